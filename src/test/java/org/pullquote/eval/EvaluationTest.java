package org.pullquote.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.LuceneSearch;
import org.pullquote.search.Signal;

class EvaluationTest {

  /** Goes by words alone: what is measured here is the measuring. */
  private static Answerer answerer(Article article) {
    return new Answerer(
        article,
        WhoIsWho.of(article, List.of()),
        new LuceneSearch(
            article, article.passages().stream().map(passage -> List.<String>of()).toList(), null),
        new AnswerModel(
            "a test",
            Map.of(Signal.WORDS.name(), 5.0),
            Map.of(Signal.COVERAGE.name(), 10.0, AnswerModel.BIAS, -5.0),
            Map.of(),
            Map.of(),
            Map.of()),
        new AnswerPolicy(3, 0.9, 0.5, 0.1));
  }

  private static final String QUESTION =
      "{\"id\": \"%s\", \"question\": \"%s\", \"kind\": \"%s\", \"relevant\": [%s], \"answer\": [\"%s\"],"
          + " \"answerable\": %s}%n";

  private static Evaluation evaluation() {
    AtomicLong clock = new AtomicLong();
    // Each question takes a millisecond of this clock.
    return new Evaluation(EvaluationTest::answerer, () -> clock.getAndAdd(1_000_000));
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

  /** Well above plain BM25 (.655 and .749), and every quote is verbatim. */
  @Test
  void findsOnTheArticleWhatItFound() throws IOException {
    Evaluation evaluation = new Evaluation(Fixtures::answerer, System::nanoTime);
    evaluation.questions(
        Fixtures.ARTICLE, "q", Files.readString(Fixtures.shared("gold/questions.jsonl")));
    evaluation.dialogues(
        Fixtures.ARTICLE, "d", Files.readString(Fixtures.shared("gold/dialogues.jsonl")));
    JsonNode json = evaluation.report().json();
    assertTrue(json.path("recall_at_1").asDouble() >= 0.79, json::toString);
    assertTrue(json.path("recall_at_3").asDouble() >= 0.93, json::toString);
    assertTrue(json.path("dialogue_recall_at_1").asDouble() >= 0.75, json::toString);
    assertEquals(1.0, json.path("verbatim").asDouble());
  }

  @ParameterizedTest
  @CsvSource({"telegraph-mugabe", "cbc-sinwar", "dailymaverick-icj", "fox-chinacommittee"})
  void quotesVerbatimOnOtherArticles(String name) throws IOException {
    Article article =
        new org.pullquote.reading.PassageListReader(Fixtures.SENTENCES)
            .read(
                Fixtures.JSON.readTree(Fixtures.shared("news/" + name + "/passages.json").toFile()),
                org.pullquote.article.Metadata.NONE);
    Evaluation evaluation = evaluation();
    evaluation.questions(
        article, "q", Files.readString(Fixtures.shared("news/" + name + "/questions.jsonl")));
    assertEquals(1.0, evaluation.report().json().path("verbatim").asDouble());
  }

  @ParameterizedTest
  @CsvSource({"ru, 0.75", "uk, 0.78", "ko, 0.80", "de, 0.75", "fr, 0.75", "es, 0.75"})
  void findsForForeignQuestionsWhatItFound(String language, double first) throws IOException {
    String name = "/questions/foreign-" + language + ".jsonl";
    Evaluation evaluation = new Evaluation(Fixtures::answerer, System::nanoTime);
    try (InputStream in = EvaluationTest.class.getResourceAsStream(name)) {
      evaluation.questions(
          Fixtures.ARTICLE, name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    JsonNode json = evaluation.report().json();
    assertTrue(json.path("recall_at_1").asDouble() >= first, json::toString);
    assertTrue(json.path("refused_answerable").asDouble() <= 0.25, json::toString);
    assertTrue(json.path("answered_unanswerable").asDouble() <= 0.5, json::toString);
    assertEquals(1.0, json.path("verbatim").asDouble());
  }
}
