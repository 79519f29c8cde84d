package org.pullquote.telegram.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pullquote.store.Arrival;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Received;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotMetrics.Came;
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
 * Takes updates in: keeps what is for the bot, so that it may be confirmed, and has it answered in
 * its chat's turn. What cannot be read is put aside and holds up nothing.
 */
public final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final DeliveryStore store;
  private final Lanes lanes;
  private final ChatQueues queues;
  private final FloodGate flood;
  private final UpdateHandler handler;
  private final Replies replies;
  private final Suggestions suggestions;
  private final BotMetrics metrics;
  private final InstantSource clock;

  /**
   * @param store what is for the bot is kept there before it is confirmed
   * @param lanes have it answered
   * @param queues for what is not kept
   * @param clock tells when an update came
   */
  public Intake(
      DeliveryStore store,
      Lanes lanes,
      ChatQueues queues,
      FloodGate flood,
      UpdateHandler handler,
      Replies replies,
      Suggestions suggestions,
      BotMetrics metrics,
      InstantSource clock) {
    this.store = store;
    this.lanes = lanes;
    this.queues = queues;
    this.flood = flood;
    this.handler = handler;
    this.replies = replies;
    this.suggestions = suggestions;
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
      hand(each);
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
        done instanceof Written written ? handler.wording(written) : null,
        done.chat());
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

  private void hand(Received received) throws InterruptedException {
    Optional<IncomingUpdate> update = replies.read(received);
    if (update.isPresent()) {
      lanes.add(received, update.get(), verdict(update.get()));
    }
  }

  private Verdict verdict(IncomingUpdate update) {
    long chat = update.chat();
    long doer = update.doer() == 0 ? chat : update.doer();
    Verdict verdict = update instanceof Pressed ? flood.nextPress(doer) : flood.next(doer);
    return verdict == Verdict.PASS && waiting(chat) >= Lanes.MOST_WAITING_IN_CHAT
        ? flood.nextInCrowd(chat)
        : verdict;
  }

  private int waiting(long chat) {
    try {
      return lanes.waiting(chat);
    } catch (StoreException e) {
      // What is kept already must be handed on.
      log.warn("{}; nobody is refused for a full chat meanwhile", e.getMessage());
      return 0;
    }
  }

  /** Whether there is a place for more. */
  boolean hasPlace() {
    return lanes.hasPlace();
  }
}
