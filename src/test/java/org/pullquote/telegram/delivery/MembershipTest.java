package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.pullquote.store.ReplicaStore;
import org.pullquote.store.ReplicaStore.Standing;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.ManualTime;

class MembershipTest {

  private static final Standing LEADS = new Standing(true, true);
  private static final Standing FOLLOWS = new Standing(true, false);

  private final ReplicaStore store = mock();
  private final ManualTime time = new ManualTime();

  /** Hands over a second at a time. */
  private final SynchronousQueue<Duration> seconds = new SynchronousQueue<>();

  private Membership join() {
    return new Membership(store, "me", time::currentTimeNanos, length -> seconds.put(length));
  }

  /** Lets a second pass, and waits until the replica has said that it lives. */
  private void second() throws InterruptedException {
    time.pass(seconds.take());
  }

  @Test
  void leadsWhileTheStoreSaysSoAndNoLongerThanItsLease() throws Exception {
    when(store.renew(any(), any())).thenReturn(LEADS);
    try (Membership me = join()) {
      assertTrue(me.leads());
      when(store.renew(any(), any())).thenThrow(mock(StoreException.class));
      for (int i = 0; i < 7; i++) {
        second();
        assertTrue(me.isCurrent());
      }
      time.pass(Duration.ofSeconds(1));
      assertFalse(me.isCurrent());
      assertFalse(me.leads());
    }
  }

  @Test
  void learnsThatAnotherOneLeads() throws Exception {
    when(store.renew(any(), any())).thenReturn(LEADS).thenReturn(FOLLOWS);
    try (Membership me = join()) {
      second();
      second();
      assertTrue(me.isCurrent());
      assertFalse(me.leads());
    }
  }

  @Test
  void hasTheChatsThatTheStoreSaysItHas() throws Exception {
    when(store.renew(any(), any())).thenReturn(FOLLOWS);
    when(store.owns("me", 9)).thenReturn(true);
    try (Membership me = join()) {
      assertTrue(me.isShared());
      assertDoesNotThrow(() -> me.require(9));
      assertThrows(ChatOwnership.LostException.class, () -> me.require(8));
    }
  }

  @Test
  void leavesAtTheEnd() {
    when(store.renew(any(), any())).thenReturn(FOLLOWS);
    join().close();
    verify(store).leave("me");
  }
}
