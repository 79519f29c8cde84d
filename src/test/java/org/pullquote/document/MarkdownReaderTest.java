package org.pullquote.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class MarkdownReaderTest {

  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";

  private static ReadResult read(String text) {
    return new MarkdownReader(Fixtures.SENTENCES).read(text, Metadata.NONE);
  }

  @Test
  void readsHeadlineParagraphsQuotationsAndLists() {
    ReadResult result =
        read(
            """
            # Mayor opens *the longest* bridge

            By Jane Doe, 3 March 2024

            %s

            ## Who pays

            > It cost **four million**,
            > the council said.

            - Lamps
            - Rails, and
              - paint
            - [Ten bridges](https://example.org/ten)

            ```
            code
            ```
            """
                .formatted(FIRST));
    assertEquals(
        List.of(
            "headline: Mayor opens the longest bridge",
            "p1: " + FIRST,
            "p2: It cost four million, the council said.",
            "p3: Lamps",
            "p4: Rails, and",
            "p5: paint"),
        PassageLines.of(result));
    assertEquals(
        List.of(
            new LeftOut(3, "By Jane Doe, 3 March 2024", Reason.BYLINE),
            new LeftOut(7, "Who pays", Reason.CROSSHEAD),
            new LeftOut(15, "Ten bridges", Reason.CROSSHEAD),
            new LeftOut(17, "code", Reason.CODE)),
        result.leftOut());
    assertEquals(List.of("Jane Doe"), result.article().metadata().authors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "![](https://example.org/a.jpg)//*The mayor waves. Photo: AP*; c1: The mayor waves. | AP | https://example.org/a.jpg",
        "![a photo](https://example.org/a.jpg)////*The mayor waves.*; c1: The mayor waves. | https://example.org/a.jpg",
        "![](a.jpg \"The mayor waves (AP)\"); c1: The mayor waves | AP",
        "![The mayor waves from the bridge](a.jpg); c1: The mayor waves from the bridge",
        "[![The mayor waves from the bridge](a.jpg)](https://example.org); c1: The mayor waves from the bridge",
        "![The mayor waves](a.jpg)////Photo: Jane Doe/AP; c1: The mayor waves | Jane Doe/AP",
        "![The mayor waves](a.jpg)//*Photo: Jane Doe/AP*; c1: The mayor waves | Jane Doe/AP",
        "![logo](a.jpg); ",
        "![IMG 20240303 a.jpg](a.jpg); ",
        "![](a.jpg); ",
      })
  void readsTheWordsUnderAnImage(String lines, String caption) {
    String text = lines.replace("////", "\n\n").replace("//*", "\n*");
    List<String> passages =
        PassageLines.of(read("# Mayor opens bridge\n\n" + FIRST + "\n\n" + text));
    assertEquals(
        caption == null ? List.of() : List.of(caption), passages.subList(2, passages.size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The *mayor* said `yes` to [the bridge](https://example.org). | The mayor said yes to the bridge.",
        "The mayor<sup>1</sup> said <b>yes</b>. | The mayor1 said yes.",
        "The mayor said 4 \\* 4 &amp; more. | The mayor said 4 * 4 & more.",
        "The mayor ![waving](a.jpg) said yes. | The mayor said yes.",
        "The\u200bmayor\u202e said\u2066 yes. | Themayor said yes.",
      })
  void passagesAreWhatAReaderSees(String markdown, String seen) {
    assertEquals(
        "p1: " + seen, PassageLines.of(read("# Mayor opens bridge\n\n" + markdown)).get(1));
  }

  @Test
  void takesMetadataFromTheFrontMatter() {
    ReadResult result =
        read(
            """
            ---
            title: "Mayor opens: the bridge"
            author:
              - name: Jane Doe
              - John Roe
            date: 2024-03-03
            publisher: The Novy Times
            url: https://example.org/bridge
            lang: en-GB
            ---
            %s
            """
                .formatted(FIRST));
    assertEquals(
        new Metadata(
            "Mayor opens: the bridge",
            "The Novy Times",
            List.of("Jane Doe", "John Roe"),
            "2024-03-03",
            "https://example.org/bridge",
            "en-GB",
            List.of()),
        result.article().metadata());
    assertEquals(
        List.of("headline: Mayor opens: the bridge", "p1: " + FIRST), PassageLines.of(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"---\nThe mayor: came [and went\n---\n", "---\n- a\n---\n", "---\n---\n", "---\n"})
  void takesNoTextForFrontMatter(String start) {
    assertEquals(
        Metadata.NONE.withTitleIfAbsent("Mayor opens bridge"),
        read(start + "\n# Mayor opens bridge\n\n" + FIRST).article().metadata());
  }

  @Test
  void leavesOutTablesAndHtml() {
    ReadResult result =
        read(
            "# Mayor opens bridge\n\n"
                + FIRST
                + "\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>x</div>\n");
    assertEquals(
        List.of(Reason.TABLE, Reason.CODE),
        result.leftOut().stream().map(LeftOut::reason).toList());
  }

  @Test
  void refusesWhatNoArticleHas() {
    assertThrows(IllegalArgumentException.class, () -> read("# a\n"));
    assertThrows(IllegalArgumentException.class, () -> read("The mayor. ".repeat(200_000)));
  }
}
