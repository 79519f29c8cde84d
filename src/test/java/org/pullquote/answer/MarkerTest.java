package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Phrase;
import org.pullquote.search.PhraseScores;

class MarkerTest {

  /** Phrases in the order of the model's liking, each two logits behind the one before. */
  private static List<Phrase> phrases(String text, String phrases) {
    List<Phrase> found = new ArrayList<>();
    for (String phrase : phrases.split(";")) {
      int at = text.indexOf(phrase);
      found.add(new Phrase(new Span(at, at + phrase.length()), -2 * found.size()));
    }
    return found;
  }

  private static List<String> marked(Article article, String question, List<Phrase> phrases) {
    Passage passage = article.passages().getLast();
    return new Marker(question, WhoIsWho.of(article, List.of()), AnswerModel.standard())
        .mark(passage, phrases, PhraseScores.among(phrases)).stream()
            .map(span -> span.in(passage.text()))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What opened? | The bridge opened. | bridge | bridge",
        "Who opened it? | The bridge was opened by Jane Doe. | The bridge;Jane Doe | Jane Doe",
        "When did it open? | The bridge opened on Monday night. | bridge;on Monday night | on Monday night",
        "What is new? | A well-known bridge. | known | well-known",
      })
  void marksWordsThatAnswerAndNotThoseThatWereAsked(
      String question, String text, String phrases, String expected) {
    assertEquals(
        List.of(expected), marked(Fixtures.paragraphs(text), question, phrases(text, phrases)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Doe? | Jane Doe met John Roe. | Jane Doe;John Roe | John Roe",
        "Who is John Roe? | The harbour master, John Roe, left. | John Roe;harbour master | harbour master",
      })
  void neverMarksWhomTheQuestionNames(
      String question, String text, String phrases, String expected) {
    assertEquals(
        List.of(expected), marked(Fixtures.paragraphs(text), question, phrases(text, phrases)));
  }

  @Test
  void marksNothingAcrossSentences() {
    String text = "It was opened by a woman. Doe came later.";
    assertEquals(
        List.of("a woman"),
        marked(Fixtures.paragraphs(text), "Who opened it?", phrases(text, "a woman. Doe;a woman")));
  }

  @Test
  void marksAllOfACaptionWhereItIsAskedWhatThePhotoShows() {
    Article article = caption("A man walks past the old bridge in Larkhaven.", null);
    assertEquals(
        List.of("A man walks past the old bridge in Larkhaven."),
        marked(
            article,
            "What does the photo show?",
            phrases("A man walks past the old bridge in Larkhaven.", "bridge")));
  }

  @Test
  void marksNothingWhereTheCreditAnswers() {
    Article article = caption("A man walks past.", "REUTERS");
    assertEquals(
        List.of(), marked(article, "Who took the photo?", phrases("A man walks past.", "A man")));
  }

  @Test
  void marksNothingWhereNoModelRead() {
    assertEquals(
        List.of(), marked(Fixtures.paragraphs("The bridge opened."), "What opened?", List.of()));
  }

  private static Article caption(String text, @Nullable String credit) {
    return new ArticleBuilder(Fixtures.SENTENCES)
        .add(PassageKind.CAPTION, text, credit)
        .build(Metadata.NONE);
  }
}
