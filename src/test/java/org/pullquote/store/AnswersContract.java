package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.store.DeliveryStore.Ending;

/** What the answers and choices of a {@link SqlStore} do, whatever the database. */
public abstract class AnswersContract {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final KeptAnswer ANSWER = new KeptAnswer("id", 9, 7, "hash", "{}");

  private Instant now = NOW;
  SqlStore store;
  private long updates;

  /** Opens the store of this test, made at the first time. */
  protected abstract SqlStore open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(() -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  void keep(KeptAnswer answer) {
    updates++;
    Received received =
        store
            .receive(List.of(new Arrival(updates, new MessageKey(9, updates), NOW, "{}", null)))
            .getFirst();
    store.finish(received.key(), Ending.ANSWERED, List.of(), answer, null);
  }

  static Rating rating(long reader, boolean good, Instant at) {
    return rating(reader, 6, good, at);
  }

  static Rating rating(long reader, long asker, boolean good, Instant at) {
    return new Rating("id", reader, asker, at, good, "who?", "hash", "{}");
  }

  @Test
  void keepsAnAnswerWithTheEndOfItsQuestion() {
    keep(ANSWER);
    close();
    open();
    assertEquals(Optional.of(ANSWER), store.answers().find("id"));
    assertEquals(Optional.empty(), store.answers().find("other"));
  }

  @Test
  void keepsNoAnswerToWhatHasEnded() {
    keep(ANSWER);
    store.finish(1, Ending.ANSWERED, List.of(), new KeptAnswer("late", 9, 7, "h", "{}"), null);
    assertEquals(Optional.empty(), store.answers().find("late"));
  }

  @Test
  void movesAnswersWithTheirGroup() {
    keep(ANSWER);
    store.move(9, -1009);
    assertEquals(-1009, store.answers().find("id").orElseThrow().chat());
  }

  @Test
  void forgetsAnswersAfterAWhile() {
    keep(ANSWER);
    store.answers().forgetShown(NOW);
    assertEquals(Optional.of(ANSWER), store.answers().find("id"));
    store.answers().forgetShown(NOW.plus(Duration.ofSeconds(1)));
    assertEquals(Optional.empty(), store.answers().find("id"));
  }

  @Test
  void keepsTheLastWordOfEachReader() {
    store.answers().rate(rating(7, true, NOW));
    store.answers().rate(rating(8, true, NOW.plusSeconds(1)));
    store.answers().rate(rating(7, false, NOW.plusSeconds(2)));
    assertEquals(
        List.of(rating(8, true, NOW.plusSeconds(1)), rating(7, false, NOW.plusSeconds(2))),
        store.answers().ratings());
  }

  @Test
  void forgetsAllOfAReaderAndOfNobodyElse() {
    keep(ANSWER);
    KeptAnswer other = new KeptAnswer("other", 9, 8, "hash", "{}");
    keep(other);
    store.answers().rate(rating(7, true, NOW));
    store.answers().rate(rating(8, true, NOW));
    store.answers().forgetReader(7);
    assertEquals(Optional.empty(), store.answers().find("id"));
    assertEquals(Optional.of(other), store.answers().find("other"));
    assertEquals(List.of(rating(8, true, NOW)), store.answers().ratings());
  }

  @Test
  void keepsWhatEachChatHasChosen() {
    assertEquals(Optional.empty(), store.choices().chosen(7));
    store.choices().choose(7, "a");
    store.choices().choose(-9, "b");
    store.choices().choose(7, "*");
    assertEquals(Optional.of("*"), store.choices().chosen(7));
    store.move(-9, -1009);
    assertEquals(Optional.of("b"), store.choices().chosen(-1009));
    store.choices().choose(-1009, "c");
    store.choices().choose(-9, "b");
    store.move(-9, -1009);
    assertEquals(Optional.of("b"), store.choices().chosen(-1009), "in place of what was chosen");
    assertEquals(Optional.empty(), store.choices().chosen(-9));
    store.answers().forgetReader(7);
    assertEquals(Optional.empty(), store.choices().chosen(7));
    assertEquals(Optional.of("b"), store.choices().chosen(-1009));
  }

  /** What somebody else thinks of an answer has the words of who asked. */
  @Test
  void forgetsWhatOthersThinkOfTheAnswersToAReader() {
    store.answers().rate(rating(88, 77, false, NOW));
    store.answers().rate(rating(88, 78, false, NOW.plusSeconds(1)));
    store.answers().forgetReader(77);
    assertEquals(List.of(rating(88, 78, false, NOW.plusSeconds(1))), store.answers().ratings());
  }
}
