package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.store.Arrival.Wording;
import org.pullquote.store.DeliveryStore.Ending;

/** What a {@link SqlStore} does, whatever the database. */
public abstract class StoreContract {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Instant now = NOW;
  SqlStore store;

  /** Opens the store of this test, made at the first time. */
  protected abstract SqlStore open(InstantSource clock);

  /** How many rows there are, such as {@code outgoing WHERE content IS NULL}. */
  protected abstract long count(String rows) throws SQLException;

  @BeforeEach
  void open() {
    store = open(() -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    open();
  }

  private static Arrival arrival(long update, long chat, long message) {
    return new Arrival(update, new MessageKey(chat, message), NOW, "update " + update, null);
  }

  private static Arrival poison(long update) {
    return new Arrival(update, null, NOW, "{]", "no JSON");
  }

  private List<String> waiting() {
    return store.waiting().stream().map(Received::content).toList();
  }

  private List<String> unsent() {
    return store.unsent().stream().map(out -> out.chat() + " " + out.content()).toList();
  }

  private long receiveOne(int update) {
    return store.receive(List.of(arrival(update, 9, update))).getFirst().key();
  }

  @Test
  void keepsWhatWaitsInOrder() {
    store.receive(List.of(arrival(12, 9, 2), arrival(11, 8, 1)));
    store.receive(List.of(arrival(3, 9, 3)));
    reopen();
    assertEquals(List.of("update 12", "update 11", "update 3"), waiting());
    assertEquals(NOW, store.waiting().getFirst().askedAt());
  }

  @Test
  void knowsARepetitionByItsMessageAndByItsUpdate() {
    store.receive(List.of(arrival(1, 9, 1), poison(2)));
    reopen();
    List<Received> again =
        store.receive(
            List.of(
                arrival(1, 9, 1), arrival(7, 9, 1), poison(2), arrival(1, 9, 2), arrival(4, 8, 1)));
    assertEquals(
        List.of("update 1", "update 4"),
        again.stream().map(Received::content).toList(),
        "an update id that is used again for another message is no repetition");
  }

  @Test
  void putsAsideWhatCannotBeRead() {
    assertEquals(List.of(), store.receive(List.of(poison(1))));
    assertEquals(List.of(), waiting());
  }

  @Test
  void endsWhatWaitedTogetherWithWhatIsSaidAboutIt() {
    long key = receiveOne(1);
    List<Outgoing> kept =
        store.finish(
            key, Ending.ANSWERED, List.of(new Draft(9, "answer", "a"), new Draft(9, "more", "b")));
    assertEquals(List.of("a", "b"), kept.stream().map(Outgoing::content).toList());
    assertEquals(
        List.of(),
        store.finish(key, Ending.ANSWERED, List.of(new Draft(9, "answer", "again"))),
        "what has ended is not answered a second time");
    reopen();
    assertEquals(List.of(), waiting());
    assertEquals(List.of("9 a", "9 b"), unsent());
    assertEquals(kept, store.unsent());
  }

  @Test
  void sendsNothingTwice() {
    List<Outgoing> kept =
        store.finish(
            receiveOne(1),
            Ending.ANSWERED,
            List.of(new Draft(9, "answer", "a"), new Draft(9, "answer", "b")));
    store.sent(kept.getFirst().key());
    store.giveUp(kept.getLast().key(), "too late", List.of(new Draft(9, "late", "sorry")));
    reopen();
    assertEquals(List.of("9 sorry"), unsent());
  }

  @Test
  void movesWhatIsNotSentYet() {
    store.finish(receiveOne(1), Ending.ANSWERED, List.of(new Draft(-9, "answer", "a")));
    store.finish(receiveOne(2), Ending.ANSWERED, List.of(new Draft(-8, "answer", "b")));
    store.move(-9, -1009);
    assertEquals(List.of("-1009 a", "-8 b"), unsent());
  }

  @Test
  void remembersWhatItHasSaid() {
    store.finish(receiveOne(1), Ending.LATE, List.of(new Draft(9, "late", "sorry")));
    assertTrue(store.hasAddressed(9, "late", NOW));
    assertFalse(store.hasAddressed(9, "late", NOW.plusSeconds(1)));
    assertFalse(store.hasAddressed(9, "flood", NOW));
    assertFalse(store.hasAddressed(8, "late", NOW));
  }

  @Test
  void forgetsWhatEndedLongAgoAndKeepsWhatWaits() {
    receiveOne(1);
    List<Outgoing> kept =
        store.finish(receiveOne(2), Ending.ANSWERED, List.of(new Draft(9, "answer", "a")));
    store.sent(kept.getFirst().key());
    store.finish(receiveOne(3), Ending.ANSWERED, List.of(new Draft(9, "answer", "b")));
    now = NOW.plus(Duration.ofDays(3));
    store.forgetEnded(NOW.plus(Duration.ofDays(1)));
    assertEquals(List.of("update 1"), waiting());
    assertEquals(List.of("9 b"), unsent());
    assertEquals(1, store.receive(List.of(arrival(2, 9, 2), arrival(1, 9, 1))).size());
  }

  @Test
  void servesSeveralThreads() throws Exception {
    List<Future<?>> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 50; i++) {
        int update = i;
        done.add(
            threads.submit(() ->
                store.finish(
                    receiveOne(update), Ending.ANSWERED, List.of(new Draft(9, "answer", "a")))));
      }
    }
    for (Future<?> each : done) {
      each.get();
    }
    assertEquals(50, unsent().size());
  }

  private static Arrival worded(long update, String fingerprint, boolean edited) {
    return new Arrival(
        update,
        new MessageKey(9, 5),
        NOW,
        "update " + update,
        null,
        new Wording(7, fingerprint, edited));
  }

  /** Each is an update of message 5: its number and what it says, in capitals where edited. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the same again | 1a 2A | 1",
        "something else | 1a 2B | 1 2",
        "there and back | 1a 2B 3A 4A | 1 2 3",
        "brought again | 1a 2B 2B 1a | 1 2",
        "known by the change only | 1A 2A 3B | 1 3",
        "all of that brought again | 1A 2B 1A 2B | 1 2",
      })
  void answersAMessageAgainOnlyWhereItSaysSomethingElse(
      String what, String updates, String answered) {
    List<Arrival> batch = new ArrayList<>();
    for (String each : updates.split(" ")) {
      String text = each.substring(1);
      batch.add(
          worded(
              Long.parseLong(each.substring(0, 1)),
              text.toLowerCase(Locale.ROOT),
              !text.equals(text.toLowerCase(Locale.ROOT))));
    }
    batch.forEach(each -> store.receive(List.of(each)));
    assertEquals(
        Stream.of(answered.split(" ")).map(number -> "update " + number).toList(), waiting());
  }

  @Test
  void forgetsWhatAReadersMessagesSaid() {
    store.receive(List.of(worded(1, "a", false)));
    store.answers().forgetReader(7);
    store.receive(List.of(worded(2, "a", true)));
    assertEquals(List.of("update 1", "update 2"), waiting());
  }

  @Test
  void hasOneKeyForEver() {
    byte[] key = store.key();
    assertEquals(32, key.length);
    reopen();
    assertArrayEquals(key, store.key());
  }

  @Test
  void forgetsWhatWasSaidAsSoonAsItIsSent() throws Exception {
    String secret = "what only the reader may know";
    Arrival arrival = new Arrival(1, new MessageKey(9, 1), NOW, secret, null);
    long key = store.receive(List.of(arrival)).getFirst().key();
    store.sent(
        store
            .finish(key, Ending.ANSWERED, List.of(new Draft(9, "answer", secret)))
            .getFirst()
            .key());
    assertEquals(1, count("incoming WHERE content IS NULL"));
    assertEquals(1, count("outgoing WHERE content IS NULL"));
  }

  @Test
  void ofTwoThatFinishTheSameOneKeepsWhatItSays() throws Exception {
    for (int round = 1; round <= 20; round++) {
      long key = receiveOne(round);
      CountDownLatch start = new CountDownLatch(1);
      Callable<List<Outgoing>> finish =
          () -> {
            start.await();
            return store.finish(key, Ending.ANSWERED, List.of(new Draft(9, "answer", "a")));
          };
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<List<Outgoing>> one = threads.submit(finish);
        Future<List<Outgoing>> other = threads.submit(finish);
        start.countDown();
        assertEquals(1, one.get().size() + other.get().size());
      }
      assertEquals(round, store.unsent().size());
    }
  }

  /** A bot that ends interrupts what is under way: what was sent has to be noted all the same. */
  @Test
  void keepsWhatAnInterruptedThreadTellsIt() throws Exception {
    long key = receiveOne(1);
    Thread interrupted =
        Thread.ofVirtual()
            .start(() -> {
              Thread.currentThread().interrupt();
              store.finish(key, Ending.ANSWERED, List.of(new Draft(9, "answer", "a")));
              assertTrue(Thread.currentThread().isInterrupted());
            });
    interrupted.join();
    assertEquals(List.of("9 a"), unsent());
  }

  /** PostgreSQL has no such character in a text. */
  @Test
  void keepsATextWithACharacterThatIsNone() {
    store.receive(
        List.of(new Arrival(1, new MessageKey(9, 1), NOW, "before\0after \ud83d\ude00", null)));
    assertEquals(List.of("before\ufffdafter \ud83d\ude00"), waiting());
  }

  @Test
  void erasesWhileItIsUsed() {
    receiveOne(1);
    store.erase();
    store.erase();
    assertEquals(List.of("update 1"), waiting());
  }

  @Test
  void undoesAllOfABatchThatFails() {
    Arrival bad = new Arrival(2, new MessageKey(9, 2), null, "update 2", null);
    assertThrows(StoreException.class, () -> store.receive(List.of(arrival(1, 9, 1), bad)));
    assertEquals(List.of(), waiting());
    assertEquals(1, store.receive(List.of(arrival(1, 9, 1))).size());
  }
}
