package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pullquote.cluster.PostgresServer;
import org.pullquote.store.Arrival.MessageKey;
import org.pullquote.store.DeliveryStore.Ending;
import org.pullquote.store.ReplicaStore.Standing;
import org.pullquote.store.ReplicaStore.Work;

/** Replicas of one bot at a real server: who has which chat, who leads, and when to send. */
class PostgresReplicasClusterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);

  @RegisterExtension private static final PostgresServer SERVER = new PostgresServer();

  private static long bots = 1_000;

  private SqlStore store;
  private ReplicaStore replicas;

  @BeforeEach
  void open() {
    store = SqlStore.open(SERVER.get().location(), ++bots, () -> NOW);
    replicas = store.replicas().orElseThrow();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void receive(long update, long chat) {
    store.receive(
        List.of(
            new Arrival(update, new MessageKey(chat, update), NOW, "update " + update, null)));
  }

  private static List<String> contents(Work work) {
    return work.waiting().stream().map(Received::content).toList();
  }

  @Test
  void theFirstThatJoinsLeadsUntilItLeaves() {
    assertEquals(new Standing(false, true), replicas.renew("one", LONG));
    assertEquals(new Standing(false, false), replicas.renew("two", LONG));
    assertEquals(new Standing(true, true), replicas.renew("one", LONG));
    replicas.leave("one");
    assertEquals(new Standing(true, true), replicas.renew("two", LONG));
    assertEquals(new Standing(false, false), replicas.renew("one", LONG));
  }

  @Test
  void aChatIsOneReplicasUntilItLetsGo() {
    replicas.renew("one", LONG);
    replicas.renew("two", LONG);
    receive(1, 9);
    assertEquals(List.of(9L), replicas.take("one", List.of(), 10));
    assertEquals(List.of(), replicas.take("two", List.of(), 10));
    assertTrue(replicas.owns("one", 9));
    assertFalse(replicas.owns("two", 9));
    assertTrue(replicas.work("two", 9, 10).isEmpty());
    // Its own are handed out again, but for those that it works on.
    assertEquals(List.of(9L), replicas.take("one", List.of(8L), 10));
    assertEquals(List.of(), replicas.take("one", List.of(9L), 10));
    replicas.release("one", List.of(9L));
    assertEquals(List.of(9L), replicas.take("two", List.of(), 10));
  }

  @Test
  void whatOneLeavesBehindIsTheOthers() {
    replicas.renew("one", LONG);
    replicas.renew("two", LONG);
    receive(1, 9);
    replicas.take("one", List.of(), 10);
    replicas.leave("one");
    assertFalse(replicas.owns("one", 9));
    assertEquals(List.of(9L), replicas.take("two", List.of(), 10));
  }

  @Test
  void oneThatIsNotHeardOfLosesItsChatsAfterItsLease() throws Exception {
    replicas.renew("other", LONG);
    replicas.renew("gone", SHORT);
    receive(1, 9);
    assertEquals(List.of(9L), replicas.take("gone", List.of(), 10));
    Thread.sleep(SHORT.plusMillis(50));
    replicas.renew("other", SHORT);
    assertFalse(replicas.owns("gone", 9));
    assertEquals(List.of(9L), replicas.take("other", List.of(), 10));
    assertEquals(new Standing(false, false), replicas.renew("gone", LONG));
  }

  /** Where the server was away, whoever is back first does not take what the others have. */
  @Test
  void nobodyIsForgottenByOneThatWasOutOfTouchItself() throws Exception {
    replicas.renew("one", SHORT);
    replicas.renew("two", SHORT);
    receive(1, 9);
    replicas.take("one", List.of(), 10);
    Thread.sleep(SHORT.plusMillis(50));
    replicas.renew("two", SHORT);
    assertTrue(replicas.owns("one", 9));
    assertEquals(new Standing(true, true), replicas.renew("one", SHORT));
  }

  @Test
  void whatIsToBeSentComesFirstAndWhatWaitsInTelegramsOrder() {
    replicas.renew("one", LONG);
    receive(12, 9);
    receive(11, 9);
    receive(13, 8);
    replicas.take("one", List.of(), 10);
    store.say(List.of(new Draft(9, "answer", "a"), new Draft(8, "answer", "b")));
    Work work = replicas.work("one", 9, 10);
    assertEquals(List.of("a"), work.unsent().stream().map(Outgoing::content).toList());
    assertEquals(List.of("update 11", "update 12"), contents(work));
    assertEquals(2, replicas.waiting(9));
    store.finish(work.waiting().getFirst().key(), Ending.ANSWERED, List.of());
    store.sent(work.unsent().getFirst().key());
    assertEquals(List.of("update 12"), contents(replicas.work("one", 9, 10)));
  }

  @Test
  void chatsThatWaitForLongestComeFirstAndOnesOnlyToSendTo() {
    replicas.renew("one", LONG);
    for (int chat = 1; chat <= 5; chat++) {
      receive(chat, chat);
    }
    store.say(List.of(new Draft(77, "answer", "a")));
    assertEquals(2, replicas.take("one", List.of(), 2).size());
    Set<Long> all = new TreeSet<>(replicas.take("one", List.of(), 10));
    assertEquals(Set.of(1L, 2L, 3L, 4L, 5L, 77L), all);
  }

  @Test
  void eachChatIsTakenByOneOfManyThatAskAtOnce() throws Exception {
    for (int chat = 1; chat <= 200; chat++) {
      receive(chat, chat);
    }
    List<String> names = List.of("one", "two", "three");
    names.forEach(name -> replicas.renew(name, LONG));
    List<Long> taken = new ArrayList<>();
    for (List<Long> each : atOnce(names.stream().map(this::takeAll).toList())) {
      taken.addAll(each);
    }
    assertEquals(200, taken.size());
    assertEquals(200, Set.copyOf(taken).size());
  }

  private Callable<List<Long>> takeAll(String name) {
    return () -> {
      List<Long> mine = new ArrayList<>();
      for (List<Long> more = replicas.take(name, mine, 20);
          !more.isEmpty();
          more = replicas.take(name, mine, 20)) {
        mine.addAll(more);
      }
      return mine;
    };
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    }
  }

  /** The waits that are handed out grow by the spacing, whoever asks and however many at once. */
  @Test
  void messagesAreSpacedWhoeverSendsThem() throws Exception {
    Duration spacing = Duration.ofSeconds(5);
    Set<Long> slots = new ConcurrentSkipListSet<>();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      tasks.add(() -> slots.add(Math.ceilDiv(replicas.reserve(spacing).toMillis(), spacing.toMillis())));
    }
    atOnce(tasks);
    assertEquals(30, slots.size());
    Duration next = replicas.reserve(spacing);
    assertTrue(next.compareTo(spacing.multipliedBy(29)) > 0, next::toString);
  }

  @Test
  void aHoldHoldsAll() {
    assertEquals(Duration.ZERO, replicas.reserve(Duration.ofMillis(10)));
    replicas.hold(Duration.ofSeconds(60));
    assertTrue(replicas.reserve(Duration.ofMillis(10)).toSeconds() >= 58);
  }

  @Test
  void whatWasSpokenOfIsKeptWithTheAnswerAndForgottenWithTheReader() {
    receive(1, 9);
    receive(2, 9);
    List<Received> waiting = store.waiting();
    KeptConversation first = new KeptConversation(9, 0, 7, "first");
    KeptConversation second = new KeptConversation(9, 0, 7, "second");
    store.finish(waiting.getFirst().key(), Ending.ANSWERED, List.of(), null, first);
    store.finish(waiting.getLast().key(), Ending.ANSWERED, List.of(), null, second);
    ConversationStore conversations = store.conversations();
    assertEquals(Optional.of(second), conversations.find(9, 0, 7, NOW));
    assertEquals(Optional.empty(), conversations.find(9, 1, 7, NOW));
    assertEquals(Optional.empty(), conversations.find(9, 0, 7, NOW.plusSeconds(1)));
    store.move(9, -100);
    assertEquals("second", conversations.find(-100, 0, 7, NOW).orElseThrow().content());
    store.answers().forgetReader(7);
    assertEquals(Optional.empty(), conversations.find(-100, 0, 7, NOW));
  }
}
