package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ChatQueuesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "done in time");
  }

  @Test
  void keepsTheOrderOfAChat() throws Exception {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(400);
    try (ChatQueues queues = new ChatQueues(1000, PATIENCE)) {
      for (int i = 0; i < 400; i++) {
        int number = i;
        queues.add(
            i % 4,
            () -> {
              done.add(number);
              all.countDown();
            });
      }
      await(all);
    }
    for (int chat = 0; chat < 4; chat++) {
      int of = chat;
      List<Integer> order = done.stream().filter(number -> number % 4 == of).toList();
      assertEquals(order.stream().sorted().toList(), order);
    }
  }

  @Test
  void letsNoChatWaitForAnother() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (ChatQueues queues = new ChatQueues(10, Duration.ofMillis(1))) {
      queues.add(1, never::await);
      queues.add(1, never::await);
      queues.add(2, done::countDown);
      await(done);
      assertEquals(1, queues.waiting(1));
    }
  }

  @Test
  void hasSoManyPlacesAndNoMore() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch third = new CountDownLatch(1);
    try (ChatQueues queues = new ChatQueues(2, PATIENCE)) {
      queues.add(1, go::await);
      queues.add(2, go::await);
      assertFalse(queues.hasPlace());
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  queues.add(3, third::countDown);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      while (waiting.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertEquals(1, third.getCount());
      go.countDown();
      await(third);
    }
  }

  @Test
  void goesOnAfterWhatFails() throws Exception {
    CountDownLatch done = new CountDownLatch(2);
    try (ChatQueues queues = new ChatQueues(10, PATIENCE)) {
      queues.add(
          1,
          () -> {
            done.countDown();
            throw new StackOverflowError();
          });
      queues.add(1, done::countDown);
      await(done);
    }
  }

  @Test
  void finishesWhatIsUnderWayAndBeginsNothingMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    AtomicBoolean next = new AtomicBoolean();
    ChatQueues queues = new ChatQueues(10, PATIENCE);
    queues.add(
        1,
        () -> {
          begun.countDown();
          go.await();
          finished.set(true);
        });
    queues.add(1, () -> next.set(true));
    await(begun);
    Thread closing = Thread.ofVirtual().start(queues::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    go.countDown();
    closing.join();
    assertTrue(finished.get());
    assertFalse(next.get());
    assertThrows(RejectedExecutionException.class, () -> queues.add(1, () -> {}));
  }

  @Test
  void interruptsWhatTakesTooLong() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ChatQueues queues = new ChatQueues(10, Duration.ofMillis(1));
    queues.add(
        1,
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    await(begun);
    queues.close();
    await(interrupted);
  }
}
