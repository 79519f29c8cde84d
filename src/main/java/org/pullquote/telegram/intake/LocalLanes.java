package org.pullquote.telegram.intake;

import java.util.List;
import java.util.Optional;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.intake.FloodGate.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of a process that answers alone: what it keeps, it queues. */
public final class LocalLanes implements Lanes {

  private static final Logger log = LoggerFactory.getLogger(LocalLanes.class);

  private final DeliveryStore store;
  private final ChatQueues queues;
  private final Replies replies;
  private final Delivery delivery;

  /** Lanes that begin with what the store holds, see {@link #resume()}. */
  public LocalLanes(DeliveryStore store, ChatQueues queues, Replies replies, Delivery delivery) {
    this.store = store;
    this.queues = queues;
    this.replies = replies;
    this.delivery = delivery;
  }

  /**
   * Queues what an earlier run left: first what was answered and not sent, then what was not
   * answered.
   *
   * @throws InterruptedException if the thread is interrupted while there is no place for all of it
   */
  public void resume() throws InterruptedException {
    // Both before anything is done: what is kept from then on is queued by whoever keeps it.
    List<Outgoing> unsent = store.unsent();
    List<Received> waiting = store.waiting();
    if (!unsent.isEmpty() || !waiting.isEmpty()) {
      log.info(
          "an earlier run left {} answers to send and {} messages to answer",
          unsent.size(),
          waiting.size());
    }
    for (Outgoing each : unsent) {
      queues.add(each.chat(), () -> delivery.deliver(each));
    }
    for (Received each : waiting) {
      Optional<IncomingUpdate> update = replies.read(each);
      if (update.isPresent()) {
        add(each, update.get(), Verdict.PASS);
      }
    }
  }

  @Override
  public void add(Received received, IncomingUpdate update, Verdict verdict)
      throws InterruptedException {
    long arrived = System.nanoTime();
    switch (verdict) {
      case PASS -> queues.add(update.chat(), () -> replies.answer(received, update, arrived));
      case NOTICE -> queues.add(update.chat(), () -> replies.refuseFlood(received, update, true));
      case SILENCE -> refuseSilently(received, update);
    }
  }

  /**
   * Nothing is said to one message too many; but a button that was pressed spins until it is told
   * that it was. That waits behind other such presses of who pressed, and holds up nobody else.
   * Only a machine presses so fast that a hundred of them wait.
   */
  private void refuseSilently(Received received, IncomingUpdate update)
      throws InterruptedException {
    if (update instanceof Pressed && queues.waiting(update.doer()) < MOST_WAITING_IN_CHAT) {
      queues.add(update.doer(), () -> replies.refuseFlood(received, update, false));
    } else {
      replies.endSilently(received);
    }
  }

  @Override
  public int waiting(long chat) {
    return queues.waiting(chat);
  }

  @Override
  public boolean hasPlace() {
    return queues.hasPlace();
  }
}
