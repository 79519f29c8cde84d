package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;

class MetadataQuestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who wrote this article? | AUTHOR",
        "who is the author of this story | AUTHOR",
        "Which newspaper is this from? | PUBLISHER",
        "which newspaper published this article? | PUBLISHER",
        "who published the article? | PUBLISHER",
        "When was this article published? | PUBLISHED",
        "when was it written? | PUBLISHED",
        "Where can I read the article? | URL",
        "what is the link? | URL",
      })
  void knowsAQuestionAboutTheArticleItself(String question, MetadataQuestion expected) {
    assertEquals(Optional.of(expected), MetadataQuestion.of(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who wrote the letter?",
        "Which newspaper quoted the source?",
        "When was the statement published?",
        "where was the statement published?",
        "Who wrote that the schemes undermine freedom?",
      })
  void leavesAQuestionAboutItsContentAlone(String question) {
    assertEquals(Optional.empty(), MetadataQuestion.of(question));
  }

  @Test
  void isAnsweredFromTheMetadataOrNotAtAll() {
    Metadata metadata =
        new Metadata(null, "The Echo", List.of("Jane Doe"), null, null, null, List.of());
    Article article = new Article(metadata, Fixtures.paragraphs("A bridge.").passages());
    try (Answerer answerer = Fixtures.answerer(article)) {
      assertEquals(
          new FromMetadata(MetadataQuestion.AUTHOR, "Jane Doe"),
          answerer.answer("Who wrote this article?"));
      assertInstanceOf(NotInArticle.class, answerer.answer("When was this article published?"));
    }
  }
}
