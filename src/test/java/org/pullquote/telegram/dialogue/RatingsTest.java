package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.article.Span;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.chat.ShownAnswer.Cited;
import org.pullquote.chat.ShownAnswer.Kind;
import org.pullquote.eval.Evaluation;
import org.pullquote.store.Rating;
import org.pullquote.store.SqlStore;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotToken;

class RatingsTest {

  private static final BotToken TOKEN = new BotToken("4242:secret");

  @TempDir Path folder;

  private static Rating rating(
      String id, boolean good, @Nullable String question, Kind kind, String... passages) {
    List<Cited> cited =
        List.of(passages).stream()
            .map(passage -> new Cited(passage, new Span(0, 5), List.of(), 1))
            .toList();
    return rating(
        7, id, good, question, new ShownAnswer("edition", kind, cited, List.of("p9"), .5, null));
  }

  private static Rating rating(
      long reader, String id, boolean good, @Nullable String question, ShownAnswer shown) {
    String content = AnswerContent.keep(id, 9, 7, "hash", shown).content();
    return new Rating(id, reader, 7, Instant.EPOCH, good, question, "hash", content);
  }

  private static ShownAnswer shown(String edition, Kind kind, boolean followUp) {
    List<Cited> cited = List.of(new Cited("p1", new Span(0, 5), List.of(), 1));
    return new ShownAnswer(edition, kind, cited, List.of(), .5, null, followUp);
  }

  private Ratings keep(Rating... ratings) {
    Path file = folder.resolve("telegram-4242.sqlite");
    try (SqlStore store = SqlStore.open(file, () -> Instant.EPOCH)) {
      for (Rating rating : ratings) {
        store.answers().rate(rating);
      }
    }
    return Ratings.of(TOKEN, new StoreLocation.Folder(folder));
  }

  @Test
  void areNoneWhereNoBotHasRun() {
    assertEquals(List.of(), Ratings.of(TOKEN, new StoreLocation.Folder(folder)).labelled());
  }

  /** What is printed is what {@code eval} reads. */
  @Test
  void areLabelledQuestionsThatCanBeEvaluated() throws Exception {
    Ratings ratings =
        keep(
            rating("a", true, "Who laid a wreath?", Kind.ANSWER, "c3", "p5"),
            rating("b", true, "What is the price of bitcoin?", Kind.REFUSAL, "p3"),
            rating("c", false, "Who met Kim?", Kind.ANSWER, "p9"),
            rating("d", true, null, Kind.ANSWER, "p1"));
    List<String> lines = ratings.labelled();
    assertEquals(2, lines.size());
    JsonNode first = Fixtures.JSON.readTree(lines.getFirst());
    assertEquals("[\"c3\"]", first.path("relevant").toString());
    assertEquals("[\"p5\"]", first.path("also_ok").toString());
    Evaluation evaluation = new Evaluation(Fixtures::answerer, System::nanoTime);
    evaluation.questions(Fixtures.ARTICLE, "feedback", String.join("\n", lines));

    List<String> disliked = ratings.disliked();
    assertEquals(1, disliked.size());
    assertEquals(
        "Who met Kim?", Fixtures.JSON.readTree(disliked.getFirst()).path("question").asText());
  }

  /** What is left: "(edition) question", a line each. */
  @Test
  void areOneForAQuestionThatStandsByItself() throws Exception {
    ShownAnswer answer = shown("edition", Kind.ANSWER, false);
    Ratings ratings =
        keep(
            rating(7, "a", true, "Who met Kim?", answer),
            rating(8, "a", true, "Who met Kim?", answer),
            rating(9, "b", true, "who met  kim?", answer),
            rating(7, "c", true, "and where?", shown("edition", Kind.ANSWER, true)),
            rating(7, "d", true, "/people", shown("edition", Kind.LISTING, false)),
            rating(7, "e", true, "/passage 5", shown("edition", Kind.PASSAGE, false)),
            rating(7, "f", true, "Who met Kim?", shown("another", Kind.ANSWER, false)));
    assertEquals(2, ratings.labelled().size());
    Ratings present = ratings.from("edition");
    assertEquals(1, ratings.size() - present.size(), "of another article");
    assertEquals(1, present.labelled().size());
    assertEquals(
        "who met  kim?",
        Fixtures.JSON.readTree(present.labelled().getFirst()).path("question").asText());
  }
}
