package org.pullquote.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;

class BylinesTest {

  private static final String HEADLINE = "Mayor opens the longest bridge in the land";
  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";

  private static ReadResult read(String... lines) {
    return new PastedTextReader(Fixtures.SENTENCES)
        .read(HEADLINE + "\n\n" + String.join("\n\n", lines) + "\n\n" + FIRST, Metadata.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Jane Doe; Jane Doe; ",
        "By Jane Doe, 3 March 2024; Jane Doe; 3 March 2024",
        "By Jane Doe and John van Roe; Jane Doe, John van Roe; ",
        "By Jane Doe, John Roe and Jim Poe; Jane Doe, John Roe, Jim Poe; ",
        "By Jane Doe, Political Editor; Jane Doe; ",
        "By Jane Doe | The Novy Times; Jane Doe; ",
        "By Jane Doe in Seoul; Jane Doe; ",
        "By Jane Doe in New Delhi and John Roe in Busan; Jane Doe, John Roe; ",
        "By Jane Doe in London and New York; Jane Doe; ",
        "Words by Jane Doe; Jane Doe; ",
        "By JANE DOE; JANE DOE; ",
        "Jane Doe in Seoul; Jane Doe; ",
        "Jane Doe and John Roe; Jane Doe, John Roe; ",
        "Jane Doe in Seoul and John Roe in Busan; Jane Doe, John Roe; ",
        "Published 3 March 2024 12:30 GMT; ; 3 March 2024 12:30 GMT",
        "Published April 26, 2023 2:20pm EDT; ; April 26, 2023 2:20pm EDT",
        "16 November 2017 • 2:15pm; ; 16 November 2017 • 2:15pm",
        "2024-03-03; ; 2024-03-03",
        "Published 3 March 2024, updated 5 March 2024; ; 3 March 2024",
        "Published 12:30 GMT; ; ",
        "Updated 5 March 2024; ; ",
        "3 hours ago; ; ",
        "By Staff Reporter; ; ",
        "By Our Foreign Staff; ; ",
        "By The Associated Press; ; ",
      })
  void takesAuthorsAndDateWhereTheyAreSure(String line, String authors, String published) {
    ReadResult result = read(line);
    Metadata metadata = result.article().metadata();
    assertEquals(
        authors == null ? List.of() : Arrays.asList(authors.split(", ")), metadata.authors());
    assertEquals(published, metadata.published());
    assertEquals(
        List.of(HEADLINE, FIRST),
        result.article().passages().stream().map(passage -> passage.text()).toList());
    assertEquals(line, result.leftOut().getFirst().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By land and sea, smugglers beat the sanctions.",
        "On 3 March 2024 the mayor resigned.",
        "LONDON (Reuters) – Published lists of 3 March 2024 name the mayor.",
        "Jane Doe in Seoul was the first to know.",
      })
  void leavesSentencesAlone(String line) {
    ReadResult result = read(line);
    assertEquals(Metadata.NONE.withTitleIfAbsent(HEADLINE), result.article().metadata());
    assertEquals(line, result.article().passages().get(1).text());
  }

  @Test
  void takesNobodyForTheAuthorWhomTheTextSpeaksOf() {
    assertEquals(
        List.of(),
        read("Kim Doe in Seoul", "Kim Doe met the mayor.").article().metadata().authors());
  }

  @Test
  void takesNoDateOfACommentForTheArticles() {
    assertEquals(null, read(FIRST, "Published 3 March 2024").article().metadata().published());
  }

  @Test
  void whatIsKnownGoesBeforeTheByline() {
    Metadata known = new Metadata(null, null, List.of("John Roe"), "2020", null, null, List.of());
    Metadata metadata =
        new PastedTextReader(Fixtures.SENTENCES)
            .read(HEADLINE + "\n\nBy Jane Doe, 3 March 2024\n\n" + FIRST, known)
            .article()
            .metadata();
    assertEquals(List.of("John Roe"), metadata.authors());
    assertEquals("2020", metadata.published());
  }
}
