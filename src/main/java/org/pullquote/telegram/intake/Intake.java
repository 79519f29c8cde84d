package org.pullquote.telegram.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pullquote.store.Arrival;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotMetrics.Came;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.Persistence;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.pullquote.telegram.dialogue.IncomingUpdate.UnreadableException;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.KeptUpdate;
import org.pullquote.telegram.dialogue.Suggestions;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.intake.FloodGate.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates in: keeps what is for the bot, so that it may be confirmed, and hands it on to its
 * chat's queue. What cannot be read is put aside and holds up nothing.
 */
public final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /** What waits in one chat beyond that, its readers have given up on. */
  private static final int MOST_WAITING_IN_CHAT = 100;

  private final DeliveryStore store;
  private final ChatQueues queues;
  private final FloodGate flood;
  private final UpdateHandler handler;
  private final Replies replies;
  private final Suggestions suggestions;
  private final Delivery delivery;
  private final BotMetrics metrics;
  private final InstantSource clock;

  /**
   * @param store what is for the bot is kept there before it is confirmed
   * @param clock tells when an update came
   */
  public Intake(
      DeliveryStore store,
      ChatQueues queues,
      FloodGate flood,
      UpdateHandler handler,
      Replies replies,
      Suggestions suggestions,
      Delivery delivery,
      BotMetrics metrics,
      InstantSource clock) {
    this.store = store;
    this.queues = queues;
    this.flood = flood;
    this.handler = handler;
    this.replies = replies;
    this.suggestions = suggestions;
    this.delivery = delivery;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes a batch in. When this returns, or throws {@link InterruptedException}, all of it is kept.
   *
   * @return how many updates were new
   * @throws StoreException if it could not be kept; it may be tried again
   * @throws InterruptedException if the thread is interrupted while the queue is full
   */
  public int accept(List<RawUpdate> batch) throws InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    int unreadable = 0;
    for (RawUpdate update : batch) {
      Optional<Arrival> arrival = arrival(update);
      arrival.ifPresent(arrivals::add);
      unreadable += arrival.isPresent() && arrival.get().fault() != null ? 1 : 0;
    }
    List<Received> received = store.receive(arrivals);
    metrics.came(Came.UNREADABLE, unreadable);
    metrics.came(Came.NEW, received.size());
    metrics.came(Came.REPEATED, arrivals.size() - unreadable - received.size());
    for (Received each : received) {
      queue(each, true);
    }
    return received.size();
  }

  /** What is to be kept of an update; empty if it is nothing to the bot. */
  private Optional<Arrival> arrival(RawUpdate update) {
    Instant now = clock.instant();
    try {
      if (update.fault() != null) {
        return Optional.of(unreadable(update, update.fault(), now));
      }
      Optional<IncomingUpdate> read = IncomingUpdate.read(update.json());
      if (read.isPresent() && read.get() instanceof Typed typed) {
        suggest(typed);
        return Optional.empty();
      }
      return read.filter(this::isForBot).map(done -> arrival(update, done, now));
    } catch (UnreadableException e) {
      return Optional.of(unreadable(update, e.fault(), now));
    } catch (RuntimeException e) {
      return Optional.of(unreadable(update, e.getClass().getSimpleName(), now));
    }
  }

  private Arrival arrival(RawUpdate update, IncomingUpdate done, Instant now) {
    return new Arrival(
        update.id(),
        done.key(),
        done.doneAt(now),
        KeptUpdate.of(update.json()),
        null,
        done instanceof Written written ? handler.wording(written) : null);
  }

  private boolean isForBot(IncomingUpdate update) {
    return switch (update) {
      case Written written -> handler.isForBot(written);
      case Pressed pressed -> true;
      case Typed typed -> false;
    };
  }

  /**
   * What is typed is not kept: the next letter asks again. Where there is no place, nothing comes
   * up for a moment.
   */
  private void suggest(Typed typed) {
    suggestions.typed(typed);
    if (queues.hasPlace()) {
      try {
        queues.add(typed.chat(), () -> suggestions.answer(typed));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Arrival unreadable(RawUpdate update, String fault, Instant now) {
    log.warn("put aside an update that cannot be read: {}", fault);
    return new Arrival(update.id(), null, now, "", fault);
  }

  private void queue(Received received, boolean fresh) throws InterruptedException {
    Optional<IncomingUpdate> read;
    try {
      read = IncomingUpdate.read(received.content());
    } catch (UnreadableException e) {
      // It was read before it was kept: by another version of the program.
      log.warn("dropped an update that can no longer be read: {}", e.fault());
      // From here on nothing may fail: what is kept already would count as a repetition.
      Persistence.untilKept(
          () -> store.finish(received.key(), DeliveryStore.Ending.FAILED, List.of()));
      return;
    }
    if (read.isPresent()) {
      queue(received, read.get(), fresh ? verdict(read.get()) : Verdict.PASS);
    }
  }

  private void queue(Received received, IncomingUpdate update, Verdict verdict)
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

  private Verdict verdict(IncomingUpdate update) {
    long chat = update.chat();
    long doer = update.doer() == 0 ? chat : update.doer();
    Verdict verdict = update instanceof Pressed ? flood.nextPress(doer) : flood.next(doer);
    return verdict == Verdict.PASS && queues.waiting(chat) >= MOST_WAITING_IN_CHAT
        ? flood.nextInCrowd(chat)
        : verdict;
  }

  /**
   * Queues what an earlier run left: first what was answered and not sent, then what was not
   * answered.
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
      queue(each, false);
    }
  }

  /** Whether there is a place for more. */
  boolean hasPlace() {
    return queues.hasPlace();
  }
}
