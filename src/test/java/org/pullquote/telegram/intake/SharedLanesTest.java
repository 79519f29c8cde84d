package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.search.LibraryIndexException;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.store.ReplicaStore;
import org.pullquote.store.ReplicaStore.Work;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.ReaderMessages;
import org.pullquote.telegram.delivery.ChatOwnership;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.intake.FloodGate.Verdict;

class SharedLanesTest {

  private static final String ME = "me";
  private static final long CHAT = 9;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Work NOTHING = new Work(List.of(), List.of());

  private final ReplicaStore store = mock();
  private final Replies replies = mock();
  private final Delivery delivery = mock();
  private final ChatQueues queues = new ChatQueues(100, Duration.ofSeconds(1));
  private final ManualTime time = new ManualTime();
  private final Queue<List<Long>> free = new ConcurrentLinkedQueue<>();
  private final Queue<Collection<Long>> excepted = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void handOutWhatIsFree() throws Exception {
    when(store.take(eq(ME), any(), anyInt()))
        .thenAnswer(call -> {
          excepted.add(List.copyOf(call.<Collection<Long>>getArgument(1)));
          List<Long> chats = free.poll();
          return chats == null ? List.of() : chats;
        });
    when(store.work(eq(ME), anyLong(), anyInt())).thenReturn(NOTHING);
    when(replies.read(any())).thenReturn(Optional.of(written()));
  }

  @AfterEach
  void close() {
    queues.close();
  }

  private static IncomingUpdate written() throws Exception {
    return new Written(ReaderMessages.message("private", "\"text\": \"who?\""), null);
  }

  private SharedLanes lanes() {
    return new SharedLanes(store, ME, queues, replies, delivery, time::currentTimeNanos);
  }

  private static Received received(long key) {
    return new Received(key, NOW, "{}");
  }

  private static Outgoing outgoing(long key) {
    return new Outgoing(key, CHAT, "answer", NOW, "{}");
  }

  @Test
  void sendsWhatIsUnsentBeforeItAnswersAndGoesOnUntilThereIsNothing() throws Exception {
    when(store.work(eq(ME), eq(CHAT), anyInt()))
        .thenReturn(new Work(List.of(outgoing(1)), List.of(received(2))))
        // Looked at again before each message: what another replica ended meanwhile goes first.
        .thenReturn(new Work(List.of(), List.of(received(2), received(3))))
        .thenReturn(new Work(List.of(), List.of(received(3))))
        .thenReturn(NOTHING);
    free.add(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      assertTrue(lanes.hasPlace());
      verify(replies, timeout(PATIENCE_MILLIS)).answer(eq(received(3)), any(), anyLong());
    }
    InOrder order = inOrder(delivery, replies);
    order.verify(delivery).deliver(outgoing(1));
    order.verify(replies).answer(eq(received(2)), any(), anyLong());
    order.verify(replies).answer(eq(received(3)), any(), anyLong());
  }

  @Test
  void keepsAChatForAWhileAndLetsItGoThen() throws Exception {
    free.add(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      verify(store, timeout(PATIENCE_MILLIS)).work(eq(ME), eq(CHAT), anyInt());
      lanes.add(received(1), written(), Verdict.PASS);
      verify(store, never()).release(any(), any());
      time.pass(RateLimits.QUIET.plusSeconds(1));
      verify(store, timeout(PATIENCE_MILLIS)).release(ME, List.of(CHAT));
    }
  }

  @Test
  void leavesAChatThatIsAnothersByNow() throws Exception {
    when(store.work(eq(ME), eq(CHAT), anyInt()))
        .thenReturn(new Work(List.of(outgoing(1), outgoing(2)), List.of(received(3))));
    when(delivery.deliver(any())).thenThrow(new ChatOwnership.LostException());
    free.add(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      assertTrue(lanes.hasPlace());
      verify(delivery, timeout(PATIENCE_MILLIS)).deliver(outgoing(1));
      // It may be this replica's again: what is asked for next does not leave it out.
      awaitExcepted(List.of());
    }
    verify(delivery, never()).deliver(outgoing(2));
    verify(replies, never()).answer(any(), any(), anyLong());
  }

  @Test
  void putsAChatAsideWhereSomethingFailsThatShouldNot() throws Exception {
    when(store.work(eq(ME), eq(CHAT), anyInt()))
        .thenReturn(new Work(List.of(), List.of(received(3))));
    doThrow(new IllegalStateException("broken")).when(replies).answer(any(), any(), anyLong());
    free.add(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      assertTrue(lanes.hasPlace());
      verify(replies, timeout(PATIENCE_MILLIS)).answer(any(), any(), anyLong());
      awaitExcepted(List.of(CHAT));
      time.pass(Duration.ofSeconds(11));
      awaitExcepted(List.of());
    }
  }

  @Test
  void takesUpLaterWhatCannotBeLookedUpAndGoesOnAfterAFaultOfItsOwn() throws Exception {
    when(store.work(eq(ME), eq(CHAT), anyInt()))
        .thenReturn(new Work(List.of(), List.of(received(3))));
    doThrow(new OutOfReachException(new LibraryIndexException("no index", null)))
        .when(replies)
        .answer(any(), any(), anyLong());
    when(store.take(eq(ME), any(), anyInt()))
        .thenThrow(new IllegalStateException("broken"))
        .thenAnswer(call -> {
          excepted.add(List.copyOf(call.<Collection<Long>>getArgument(1)));
          List<Long> chats = free.poll();
          return chats == null ? List.of() : chats;
        });
    free.add(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      assertTrue(lanes.hasPlace());
      awaitExcepted(List.of(CHAT));
      time.pass(Duration.ofSeconds(6));
      awaitExcepted(List.of());
    }
    verify(replies, times(1)).answer(any(), any(), anyLong());
  }

  /** Waits until chats are asked for again, but for those. */
  private void awaitExcepted(List<Long> chats) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    Collection<Long> last = null;
    while (System.nanoTime() < end && !chats.equals(last)) {
      excepted.clear();
      Thread.sleep(150);
      last = new ArrayDeque<>(excepted).peekLast();
    }
    assertEquals(chats, last);
  }

  @Test
  void goesOnAfterTheStoreWasAway() throws Exception {
    StoreException away = mock();
    when(store.take(eq(ME), any(), anyInt())).thenThrow(away).thenReturn(List.of(CHAT));
    try (SharedLanes lanes = lanes()) {
      assertEquals(0, lanes.waiting(CHAT));
      verify(store, timeout(PATIENCE_MILLIS)).work(eq(ME), eq(CHAT), anyInt());
    }
  }

  @Test
  void refusesAtOnceWhatIsTooMuchAndLeavesTheNoticeToWhoHasTheChat() throws Exception {
    try (SharedLanes lanes = lanes()) {
      lanes.add(received(1), written(), Verdict.NOTICE);
      lanes.add(received(2), written(), Verdict.SILENCE);
    }
    verify(replies).keepRefusal(eq(received(1)), any(), eq(true));
    verify(replies).keepRefusal(eq(received(2)), any(), eq(false));
    verify(delivery, never()).deliver(any());
  }
}
