package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.cluster.CuttingProxy;
import org.pullquote.cluster.CuttingProxy.Cut;
import org.pullquote.cluster.PostgresServer;
import org.pullquote.store.Arrival.MessageKey;

/** A server that is not there, does not let in, goes away or hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PostgresFaultsClusterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final StorePassword WRONG = new StorePassword("not-the-password");

  @RegisterExtension private static final PostgresServer SERVER = new PostgresServer();

  private static long bots;
  private final long bot = ++bots;

  @BeforeAll
  static void start() {
    SERVER.get().execute("CREATE USER guest PASSWORD 'not-the-password'");
  }

  private SqlStore open(StoreLocation location) {
    return SqlStore.open(location, bot, () -> NOW);
  }

  private SqlStore open() {
    return open(SERVER.get().location());
  }

  private static StoreLocation at(int port) {
    String url = SERVER.get().url().replace(":" + SERVER.get().port(), ":" + port);
    return new StoreLocation.Server(url, SERVER.get().user(), new StorePassword(SERVER.get().password()));
  }

  private static Arrival arrival(long update) {
    return new Arrival(update, new MessageKey(9, update), NOW, "update " + update, null);
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pullquote | /pullquote | refuses user \"pullquote\" or the password",
        "nobody | /pullquote | refuses user \"nobody\" or the password",
        "guest | /elsewhere | is no database there",
        "guest | /pullquote | does not permit what is needed",
      })
  void saysWhatIsWrong(String user, String database, String told) {
    String url = SERVER.get().url().replace("/pullquote", database);
    StoreLocation location = new StoreLocation.Server(url, user, WRONG);
    StoreException e = assertThrows(StoreException.class, () -> open(location));
    assertTrue(e.getMessage().contains(told), e::getMessage);
    assertEquals(1, e.getMessage().lines().count());
    assertFalse(trace(e).contains("not-the-password"));
  }

  @Test
  void saysThatTheServerIsNotThereOrDoesNotAnswer() throws Exception {
    ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (silent) {
      assertUnreachable(silent.getLocalPort());
    }
    assertUnreachable(silent.getLocalPort());
  }

  private void assertUnreachable(int port) {
    StoreException e = assertThrows(StoreException.class, () -> open(at(port)));
    assertTrue(e.getMessage().contains("cannot be reached"), e::getMessage);
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void refusesTablesOfANewerVersion() {
    open().close();
    SERVER.get().inDatabase(
        ("UPDATE telegram_%d.flyway_schema_history SET version = '%d'"
                + " WHERE version = '%d'")
            .formatted(bot, Migrations.VERSION + 1, Migrations.VERSION));
    StoreException e = assertThrows(StoreException.class, this::open);
    assertTrue(e.getMessage().contains("newer Pullquote"), e::getMessage);
  }

  /** The user owns the schema, which an administrator has made. */
  @Test
  void needsNoMoreThanASchemaOfItsOwn() {
    SERVER.get().inDatabase("CREATE SCHEMA telegram_%d AUTHORIZATION guest".formatted(bot));
    try (SqlStore store = open(new StoreLocation.Server(SERVER.get().url(), "guest", WRONG))) {
      store.receive(List.of(arrival(1)));
      store.erase();
      assertEquals(1, store.waiting().size());
    }
  }

  /** What a bot does: again until it is kept. */
  private static <T> T untilKept(Supplier<T> work) throws InterruptedException {
    while (true) {
      try {
        return work.get();
      } catch (StoreException e) {
        Thread.sleep(100);
      }
    }
  }

  @Test
  void goesOnAfterARestart() throws Exception {
    try (SqlStore store = open()) {
      store.receive(List.of(arrival(1)));
      SERVER.get().stop();
      StoreException e =
          assertThrows(StoreException.class, () -> store.receive(List.of(arrival(2))));
      assertTrue(e.getMessage().contains("cannot be reached"), e::getMessage);
      SERVER.get().startAgain();
      assertEquals(1, untilKept(() -> store.receive(List.of(arrival(2)))).size());
      assertEquals(2, store.waiting().size());
    }
  }

  @Test
  void doesNotHangWhereTheServerDoes() throws Exception {
    try (SqlStore store = open()) {
      store.receive(List.of(arrival(1)));
      SERVER.get().pause();
      try {
        assertThrows(StoreException.class, () -> store.receive(List.of(arrival(2))));
      } finally {
        SERVER.get().resume();
      }
      assertEquals(1, untilKept(() -> store.receive(List.of(arrival(2)))).size());
    }
  }

  @Test
  void knowsWhetherACommitWithoutAnAnswerWasKept() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(SERVER.get().port());
        SqlStore store = open(at(proxy.port()))) {
      proxy.cut(Cut.AFTER_COMMIT);
      assertEquals(1, store.receive(List.of(arrival(1))).size(), "it was kept, and is new");
      proxy.cut(Cut.BEFORE_COMMIT);
      assertThrows(StoreException.class, () -> store.receive(List.of(arrival(2))));
      assertEquals(1, store.waiting().size());
      assertEquals(1, untilKept(() -> store.receive(List.of(arrival(2)))).size());
      assertEquals(List.of(), store.receive(List.of(arrival(1), arrival(2))));
    }
  }

  @Test
  void losesAndDoublesNothingInCrashes() throws Exception {
    int updates = 2_000;
    try (SqlStore one = open();
        SqlStore other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> taken = new ArrayList<>();
      for (SqlStore store : List.of(one, other)) {
        taken.add(
            threads.submit(() -> {
              int count = 0;
              for (long update = 1; update <= updates; update++) {
                long each = update;
                count += untilKept(() -> store.receive(List.of(arrival(each)))).size();
              }
              return count;
            }));
      }
      for (int crash = 1; crash <= 3; crash++) {
        long reached = 400L * crash;
        while (untilKept(() -> one.waiting().size()) < reached) {
          Thread.sleep(20);
        }
        SERVER.get().restart();
      }
      int sum = 0;
      for (Future<Integer> each : taken) {
        sum += each.get();
      }
      assertEquals(updates, sum);
      assertEquals(updates, one.waiting().size());
    }
  }
}
