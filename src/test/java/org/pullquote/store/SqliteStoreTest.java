package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.store.DeliveryStore.Ending;

class SqliteStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  private Instant now = NOW;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("s.sqlite"), () -> now);
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
  void forgetsWhatWasSaidAsSoonAsItIsSent() throws Exception {
    String secret = "what only the reader may know";
    Arrival arrival = new Arrival(1, new MessageKey(9, 1), NOW, secret, null);
    long key = store.receive(List.of(arrival)).getFirst().key();
    store.sent(
        store
            .finish(key, Ending.ANSWERED, List.of(new Draft(9, "answer", secret)))
            .getFirst()
            .key());
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.sqlite"));
        Statement statement = connection.createStatement()) {
      assertEquals(
          0,
          statement
              .executeQuery(
                  "SELECT (SELECT count(content) FROM incoming)"
                      + " + (SELECT count(content) FROM outgoing)")
              .getInt(1));
    }
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

  @Test
  void refusesAFileOfANewerVersion() throws Exception {
    store.close();
    Path file = folder.resolve("s.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = " + (Schema.VERSION + 1));
    }
    StoreException e = assertThrows(StoreException.class, () -> SqliteStore.open(file, () -> now));
    assertTrue(e.getMessage().contains("newer Pullquote"), e::getMessage);
    Files.delete(file);
    open();
  }

  @Test
  void saysWhichFileItCannotRead() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.sqlite"), "this is no database at all");
    StoreException e = assertThrows(StoreException.class, () -> SqliteStore.open(file, () -> now));
    assertTrue(e.getMessage().contains("bad.sqlite"), e::getMessage);
  }

  @Test
  void isOpenedByOneAtATime() {
    Path file = folder.resolve("bot.lock");
    InstanceLock first = InstanceLock.take(file);
    StoreException e = assertThrows(StoreException.class, () -> InstanceLock.take(file));
    assertTrue(e.getMessage().contains("another Pullquote"), e::getMessage);
    first.close();
    InstanceLock.take(file).close();
  }
}
