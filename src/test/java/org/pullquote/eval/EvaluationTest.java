package org.pullquote.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;

class EvaluationTest {

  private static final String QUESTION =
      "{\"id\": \"%s\", \"question\": \"%s\", \"kind\": \"%s\", \"relevant\": [%s], \"answer\": [\"%s\"],"
          + " \"answerable\": %s}%n";

  private static Evaluation evaluation() {
    AtomicLong clock = new AtomicLong();
    // Each question takes a millisecond of this clock.
    return new Evaluation(Fixtures::answerer, () -> clock.getAndAdd(1_000_000));
  }

  @Test
  void figuresAreThoseOfTheAnswers() {
    Article article =
        Fixtures.paragraphs(
            "The mayor opened the bridge.", "Rain fell on the parade.", "The band played.");
    String questions =
        QUESTION.formatted("1", "Who opened the bridge?", "who", "\"p1\"", "The mayor", true)
            + QUESTION.formatted("2", "Did rain fall?", "yesno", "\"p3\"", "The band", true)
            + QUESTION.formatted("3", "How are llamas sheared?", "off", "", "", false)
            + QUESTION.formatted("4", "Which band played?", "off", "", "", false);
    Evaluation evaluation = evaluation();
    evaluation.questions(article, "f", questions.replace("[\"\"]", "[]"));
    JsonNode json = evaluation.report().json();
    assertEquals(4, json.path("questions").asInt());
    assertEquals(0.5, json.path("recall_at_1").asDouble());
    assertEquals(1.0 / 3, json.path("shown_precision").asDouble(), 1e-9);
    assertEquals(0.5, json.path("answered_unanswerable").asDouble());
    assertEquals(0, json.path("refused_answerable").asDouble());
    assertEquals(1, json.path("verbatim").asDouble());
    assertTrue(json.path("dialogue_recall_at_1").isNull());
    assertEquals(1, json.path("latency_ms").path("p95").asDouble());
    assertTrue(evaluation.report().table().contains("yesno"));
  }

  @Test
  void everyKeyOfTheContractIsThere() {
    JsonNode json = evaluation().report().json();
    for (String key :
        new String[] {
          "questions",
          "recall_at_1",
          "recall_at_3",
          "mrr_at_10",
          "shown_precision",
          "answered_unanswerable",
          "refused_answerable",
          "answerability_auroc",
          "answer_in_highlight",
          "highlight_f1",
          "verbatim",
          "dialogue_recall_at_1",
          "latency_ms"
        }) {
      assertTrue(json.has(key), key);
    }
  }

  /** The floor that plain BM25 sets, and that every quote is verbatim. */
  @Test
  void isNoWorseOnTheArticleThanPlainBm25() throws IOException {
    Evaluation evaluation = evaluation();
    evaluation.questions(
        Fixtures.ARTICLE, "q", Files.readString(Fixtures.shared("gold/questions.jsonl")));
    evaluation.dialogues(
        Fixtures.ARTICLE, "d", Files.readString(Fixtures.shared("gold/dialogues.jsonl")));
    JsonNode json = evaluation.report().json();
    assertTrue(json.path("recall_at_1").asDouble() >= 0.655, json::toString);
    assertTrue(json.path("recall_at_3").asDouble() >= 0.749, json::toString);
    assertTrue(json.path("dialogue_recall_at_1").asDouble() >= 0.8, json::toString);
    assertEquals(1.0, json.path("verbatim").asDouble());
  }

  @ParameterizedTest
  @CsvSource({"telegraph-mugabe", "cbc-sinwar", "dailymaverick-icj", "fox-chinacommittee"})
  void quotesVerbatimOnOtherArticles(String name) throws IOException {
    Article article =
        new org.pullquote.article.PassageListReader(Fixtures.SENTENCES)
            .read(
                Fixtures.JSON.readTree(Fixtures.shared("news/" + name + "/passages.json").toFile()),
                org.pullquote.article.Metadata.NONE);
    Evaluation evaluation = evaluation();
    evaluation.questions(
        article, "q", Files.readString(Fixtures.shared("news/" + name + "/questions.jsonl")));
    assertEquals(1.0, evaluation.report().json().path("verbatim").asDouble());
  }
}
