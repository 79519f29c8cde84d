package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pullquote.cluster.PostgresServer;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.store.Arrival.Wording;
import org.pullquote.store.DeliveryStore.Ending;

/** Several processes with one bot: each has a store of its own, all have the same tables. */
class SharedPostgresClusterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final int ROUNDS = 30;

  @RegisterExtension private static final PostgresServer SERVER = new PostgresServer();

  private static long bots;
  private final long bot = ++bots;

  private SqlStore open() {
    return SqlStore.open(SERVER.get().location(), bot, () -> NOW);
  }

  /** Does the same in both at the same moment. */
  private static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> done = new ArrayList<>();
      for (Callable<T> each : List.of(one, other)) {
        done.add(
            threads.submit(() -> {
              start.await();
              return each.call();
            }));
      }
      return List.of(done.getFirst().get(), done.getLast().get());
    }
  }

  private static Arrival arrival(long update) {
    return new Arrival(update, new MessageKey(9, update), NOW, "update " + update, null);
  }

  private static Arrival edit(long update, long message, String fingerprint) {
    return new Arrival(
        update,
        new MessageKey(9, message),
        NOW,
        "update " + update,
        null,
        new Wording(7, fingerprint, true));
  }

  @Test
  void isMadeByTwoThatStartAtOnce() throws Exception {
    for (long each = 1_000; each < 1_010; each++) {
      long made = each;
      Callable<SqlStore> open = () -> SqlStore.open(SERVER.get().location(), made, () -> NOW);
      List<SqlStore> stores = both(open, open);
      assertArrayEquals(stores.getFirst().key(), stores.getLast().key());
      stores.forEach(SqlStore::close);
    }
  }

  @Test
  void takesEachUpdateOnce() throws Exception {
    try (SqlStore one = open();
        SqlStore other = open()) {
      List<String> taken = new ArrayList<>();
      for (long round = 0; round < ROUNDS; round++) {
        List<Arrival> batch =
            LongStream.range(round * 20, round * 20 + 20)
                .mapToObj(SharedPostgresClusterTest::arrival)
                .toList();
        // The other way round, so that each waits for the other.
        both(() -> one.receive(batch), () -> other.receive(batch.reversed()))
            .forEach(received -> received.stream().map(Received::content).forEach(taken::add));
      }
      assertEquals(ROUNDS * 20, taken.size());
      assertEquals(ROUNDS * 20, taken.stream().distinct().count());
      assertEquals(ROUNDS * 20, one.waiting().size());
    }
  }

  @Test
  void takesEachEditOnceWhoeverIsToldOfIt() throws Exception {
    try (SqlStore one = open();
        SqlStore other = open()) {
      for (long round = 1; round <= ROUNDS; round++) {
        long message = round;
        one.receive(List.of(arrival(message)));
        long update = 1_000 + 10 * round;
        // The same update twice, then one that says the same under another number.
        assertEquals(
            1, taken(one, edit(update, message, "a"), other, edit(update, message, "a")));
        assertEquals(
            1, taken(one, edit(update + 1, message, "b"), other, edit(update + 2, message, "b")));
        assertEquals(
            2, taken(one, edit(update + 3, message, "c"), other, edit(update + 4, message, "d")));
      }
    }
  }

  @Test
  void takesTwoEditsOfAMessageThatItDoesNotKnow() throws Exception {
    try (SqlStore one = open();
        SqlStore other = open()) {
      for (long message = 1; message <= ROUNDS; message++) {
        long update = 10 * message;
        assertEquals(
            2, taken(one, edit(update, message, "a"), other, edit(update + 1, message, "b")));
      }
    }
  }

  private static int taken(SqlStore one, Arrival first, SqlStore other, Arrival second)
      throws Exception {
    return both(() -> one.receive(List.of(first)), () -> other.receive(List.of(second))).stream()
        .mapToInt(List::size)
        .sum();
  }

  @Test
  void endsWhatWaitsOnce() throws Exception {
    try (SqlStore one = open();
        SqlStore other = open()) {
      for (int round = 1; round <= ROUNDS; round++) {
        long key = one.receive(List.of(arrival(round))).getFirst().key();
        List<Draft> drafts = List.of(new Draft(9, "answer", "a"));
        KeptAnswer shown = new KeptAnswer("id" + round, 9, 7, "hash", "{}");
        List<List<Outgoing>> kept =
            both(
                () -> one.finish(key, Ending.ANSWERED, drafts, shown, null),
                () -> other.finish(key, Ending.ANSWERED, drafts, shown, null));
        assertEquals(1, kept.stream().mapToInt(List::size).sum());
        assertEquals(round, one.unsent().size());
        assertTrue(other.answers().find("id" + round).isPresent());
      }
    }
  }

  @Test
  void movesWhileOthersChoose() throws Exception {
    try (SqlStore one = open();
        SqlStore other = open()) {
      for (int round = 1; round <= ROUNDS; round++) {
        long group = -round;
        long supergroup = -1_000 - round;
        one.choices().choose(group, "old");
        both(
            () -> {
              one.move(group, supergroup);
              return true;
            },
            () -> {
              other.choices().choose(supergroup, "new");
              return true;
            });
        assertTrue(one.choices().chosen(supergroup).isPresent());
        assertTrue(one.choices().chosen(group).isEmpty());
      }
    }
  }

  @Test
  void keepsBotsApart() {
    try (SqlStore one = open();
        SqlStore other = SqlStore.open(SERVER.get().location(), 4242, () -> NOW)) {
      one.receive(List.of(arrival(1)));
      assertEquals(List.of(), other.waiting());
      assertEquals(1, other.receive(List.of(arrival(1))).size());
    }
  }

  @Test
  void isReadBesideTheBot() {
    assertTrue(SqlStore.beside(SERVER.get().location(), 999_999).isEmpty());
    assertEquals(
        0, SERVER.get().number("SELECT count(*) FROM pg_namespace WHERE nspname = 'telegram_999999'"));
    try (SqlStore store = open();
        SqlStore beside = SqlStore.beside(SERVER.get().location(), bot).orElseThrow()) {
      store.choices().choose(9, "a");
      assertEquals("a", beside.choices().chosen(9).orElseThrow());
    }
  }
}
