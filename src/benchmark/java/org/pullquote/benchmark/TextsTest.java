package org.pullquote.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.EnglishSentences;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;

class TextsTest {

  private static final Article ARTICLE =
      new ArticleBuilder(new EnglishSentences())
          .add(PassageKind.HEADLINE, "Bridge opens after nine years", null)
          .add(PassageKind.PARAGRAPH, "The mayor cut the ribbon on Monday.", null)
          .add(PassageKind.CAPTION, "The bridge at dawn", "REUTERS")
          .build(Metadata.NONE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He said ‘no’  to it    | 'no' to it | true",
        "He said ‘no’ to it     | NO         | false",
        "between 3 and 5 o’clock| 5 o'clock  | true",
        "between 3 and 5        | 3–5        | false",
      })
  void aTextContainsAnAnswerWhateverItsSpacesAndQuotationMarks(
      String text, String answer, boolean contained) {
    assertEquals(contained, Texts.containsAny(text, List.of("absent", answer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bridge opens after nine years. Soon | headline",
        "cut the ribbon on Monday.           | p1",
        "The mayor cut                       | ''",
        "The mayor on Monday. cut ribbon the | ''",
        "bridge at dawn – REUTERS            | c1",
      })
  void aSegmentCountsAsThePassagesOfWhichItHoldsMoreThanHalfInOneRun(
      String segment, String passages) {
    assertEquals(
        passages.isEmpty() ? Set.of() : Set.of(passages), Texts.passagesIn(segment, ARTICLE));
  }

  @Test
  void aSegmentCountsAsEveryPassageInIt() {
    assertEquals(
        Set.of("headline", "p1"),
        Texts.passagesIn(
            "Bridge opens after nine years\n\nThe mayor cut the ribbon\n\non", ARTICLE));
  }
}
