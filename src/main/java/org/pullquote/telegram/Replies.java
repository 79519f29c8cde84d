package org.pullquote.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.DeliveryStore.Ending;
import org.pullquote.store.Draft;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.telegram.BotMetrics.Declined;
import org.pullquote.telegram.UpdateHandler.Answered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What is said to a message that waits: the answer, or that it came too late, or nothing. That is
 * kept in the store in the step that ends the waiting, and sent after it.
 */
final class Replies {

  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  /** What the notice is called that somebody asks too fast. */
  static final String FLOOD = "flood";

  private final UpdateHandler handler;
  private final DeliveryStore store;
  private final Delivery delivery;
  private final BotMetrics metrics;
  private final InstantSource clock;
  private final Duration tooOld;
  private final ExecutorService processors;
  private final Pseudonyms pseudonyms;

  /**
   * @param tooOld how old a question may be to be answered
   * @param processors answers are found here: it is work for as many threads as there are
   *     processors, each of which the search keeps something for
   */
  Replies(
      UpdateHandler handler,
      DeliveryStore store,
      Delivery delivery,
      BotMetrics metrics,
      InstantSource clock,
      Duration tooOld,
      ExecutorService processors,
      Pseudonyms pseudonyms) {
    this.handler = handler;
    this.store = store;
    this.delivery = delivery;
    this.metrics = metrics;
    this.clock = clock;
    this.tooOld = tooOld;
    this.processors = processors;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Answers a message.
   *
   * @param arrivedNanos when it arrived, by {@link System#nanoTime()}
   */
  void answer(Received received, Message message, long arrivedNanos) throws InterruptedException {
    if (received.askedAt().plus(tooOld).isBefore(clock.instant())) {
      refuseLate(received, message);
      return;
    }
    Optional<Answered> found = find(received, message);
    if (found.isPresent()) {
      say(received, message, found.get(), arrivedNanos);
    }
  }

  private void say(Received received, Message message, Answered answered, long arrivedNanos)
      throws InterruptedException {
    long found = System.nanoTime();
    boolean sent =
        say(received, Ending.ANSWERED, List.of(draft(Delivery.ANSWER, message, answered.reply())));
    if (sent) {
      Duration latency = Duration.ofNanos(System.nanoTime() - arrivedNanos);
      metrics.said(answered.said());
      metrics.answeredAfter(latency);
      log.info(
          "chat {}: {} in {} ms, found in {} ms",
          pseudonyms.of(message.getChatId()),
          answered.said(),
          latency.toMillis(),
          Duration.ofNanos(found - arrivedNanos).toMillis());
    }
  }

  /** The answer; none where there is not even one that says so, and the message has ended. */
  private Optional<Answered> find(Received received, Message message) throws InterruptedException {
    try {
      return Optional.of(processors.submit(() -> handler.answer(message)).get());
    } catch (ExecutionException e) {
      // Left to wait, it would fail again at every start.
      metrics.refused(Declined.FAILED);
      log.error("chat {}: no answer could be made", pseudonyms.of(message.getChatId()), e);
      Persistence.untilKept(() -> store.finish(received.key(), Ending.FAILED, List.of()));
      return Optional.empty();
    }
  }

  private void refuseLate(Received received, Message message) throws InterruptedException {
    metrics.refused(Declined.LATE);
    log.info("chat {}: a question came too late", pseudonyms.of(message.getChatId()));
    StoredRequest place =
        StoredRequest.read(StoredRequest.store(handler.notice(message, "late"), message));
    List<Draft> notice =
        Persistence.untilKept(() -> delivery.lateNotice(message.getChatId(), place));
    say(received, Ending.LATE, notice);
  }

  /** Ends a message that is one too many, saying so if it is the first. */
  void refuseFlood(Received received, Message message, boolean notice) throws InterruptedException {
    metrics.refused(Declined.FLOOD);
    List<Draft> drafts =
        notice ? List.of(draft(FLOOD, message, handler.notice(message, FLOOD))) : List.of();
    if (notice) {
      log.info("chat {}: somebody asks too fast", pseudonyms.of(message.getChatId()));
    }
    say(received, Ending.FLOOD, drafts);
  }

  private static Draft draft(String kind, Message message, SendMessage reply) {
    return new Draft(message.getChatId(), kind, StoredRequest.store(reply, message));
  }

  /** Keeps what is to be said and sends it; whether all of it was sent. */
  private boolean say(Received received, Ending ending, List<Draft> drafts)
      throws InterruptedException {
    boolean sent = true;
    for (Outgoing outgoing :
        Persistence.untilKept(() -> store.finish(received.key(), ending, drafts))) {
      sent &= delivery.deliver(outgoing);
    }
    return sent;
  }
}
