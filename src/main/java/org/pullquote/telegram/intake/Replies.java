package org.pullquote.telegram.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.DeliveryStore.Ending;
import org.pullquote.store.Draft;
import org.pullquote.store.KeptAnswer;
import org.pullquote.store.KeptConversation;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BackOff;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotMetrics.Declined;
import org.pullquote.telegram.delivery.BotMetrics.Said;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.delivery.Persistence;
import org.pullquote.telegram.delivery.Pseudonyms;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.pullquote.telegram.dialogue.IncomingUpdate.UnreadableException;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.dialogue.UpdateHandler.Answered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;

/**
 * What is said to a message that waits: the answer, or that it came too late, or nothing. That is
 * kept in the store in the step that ends the waiting, and sent after it.
 */
public final class Replies {

  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  /** What the notice is called that somebody asks too fast. */
  static final String FLOOD = "flood";

  /** What the notice is called that a question waits. */
  static final String WAITS = "waits";

  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** What a page is called that takes the place of another. */
  private static final String PAGE = "page";

  private final UpdateHandler handler;
  private final PressHandler presses;
  private final DeliveryStore store;
  private final AnswerStore answers;
  private final FleetingCalls calls;
  private final Delivery delivery;
  private final BotMetrics metrics;
  private final InstantSource clock;
  private final Duration tooOld;
  private final ProcessorPool processors;
  private final Pseudonyms pseudonyms;
  private final boolean leavesWhatWaits;
  private final Delivery.Pause pause;

  /**
   * @param leavesWhatWaits whether {@link #answer} ends with an {@link OutOfReachException} where a
   *     question cannot be looked up, to be called again; else it waits until it can be
   * @param tooOld how old a question may be to be answered
   * @param processors answers are found here: it is work for as many threads as there are
   *     processors, each of which the search keeps something for
   */
  public Replies(
      UpdateHandler handler,
      PressHandler presses,
      DeliveryStore store,
      AnswerStore answers,
      FleetingCalls calls,
      Delivery delivery,
      BotMetrics metrics,
      InstantSource clock,
      Duration tooOld,
      ExecutorService processors,
      Pseudonyms pseudonyms,
      boolean leavesWhatWaits,
      Delivery.Pause pause) {
    this.handler = handler;
    this.presses = presses;
    this.store = store;
    this.answers = answers;
    this.calls = calls;
    this.delivery = delivery;
    this.metrics = metrics;
    this.clock = clock;
    this.tooOld = tooOld;
    this.processors = new ProcessorPool(processors, calls);
    this.pseudonyms = pseudonyms;
    this.leavesWhatWaits = leavesWhatWaits;
    this.pause = pause;
  }

  /** What was kept of an update; empty where it cannot be read any more, which ends it. */
  Optional<IncomingUpdate> read(Received received) throws InterruptedException {
    try {
      return IncomingUpdate.read(received.content());
    } catch (UnreadableException e) {
      // It was read before it was kept: by another version of the program.
      log.warn("dropped an update that can no longer be read: {}", e.fault());
      // From here on nothing may fail: what is kept already would count as a repetition.
      Persistence.untilKept(() -> store.finish(received.key(), Ending.FAILED, List.of()));
      return Optional.empty();
    }
  }

  /**
   * Answers what a reader did.
   *
   * @param arrivedNanos when it arrived, by {@link System#nanoTime()}
   */
  void answer(Received received, IncomingUpdate update, long arrivedNanos)
      throws InterruptedException {
    boolean late = isLate(received);
    switch (update) {
      case Written written -> {
        if (late) {
          refuseLate(received, written);
        } else if (handler.isAnsweredElsewhere(written)) {
          say(received, Ending.ANSWERED, List.of());
        } else {
          answer(received, written, arrivedNanos);
        }
      }
      // Nobody waits at a button for long.
      case Pressed pressed when late -> say(received, Ending.LATE, List.of());
      case Pressed(CallbackQuery query) -> press(received, query);
      case Typed typed -> say(received, Ending.FAILED, List.of());
    }
  }

  private void answer(Received received, Written written, long arrivedNanos)
      throws InterruptedException {
    Optional<Answered> found = findInTime(received, written);
    if (found.isEmpty()) {
      return;
    }
    long foundNanos = System.nanoTime();
    Answered answered = found.get();
    if (answered.forgets()) {
      Persistence.untilKept(() -> {
        answers.forgetReader(IncomingUpdate.writer(written.message()));
        return true;
      });
    }
    boolean sent =
        say(
            received,
            Ending.ANSWERED,
            List.of(draft(Delivery.ANSWER, written, answered.reply())),
            answered.kept(),
            answered.conversation());
    if (sent) {
      Duration latency = Duration.ofNanos(System.nanoTime() - arrivedNanos);
      metrics.said(answered.said());
      metrics.answeredAfter(latency);
      log.info(
          "chat {}: {} in {} ms, found in {} ms",
          pseudonyms.of(written.chat()),
          answered.said(),
          latency.toMillis(),
          Duration.ofNanos(foundNanos - arrivedNanos).toMillis());
    }
  }

  /**
   * The answer, as soon as the articles can be looked up; until then the message stays kept. None
   * where it is too late by then, or there is not even one that says so, and the message has ended.
   */
  private Optional<Answered> findInTime(Received received, Written written)
      throws InterruptedException {
    BackOff backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault());
    while (true) {
      try {
        return find(received, written);
      } catch (OutOfReachException | StoreException e) {
        log.warn("chat {}: a question waits: {}", pseudonyms.of(written.chat()), e.getMessage());
        if (isLate(received)) {
          refuseLate(received, written);
          return Optional.empty();
        }
        // Without the store, nothing can be said.
        if (e instanceof OutOfReachException) {
          sayThatItWaits(received, written);
          if (leavesWhatWaits) {
            throw e;
          }
        }
      }
      pause.take(backOff.next());
    }
  }

  /**
   * Once for a message, also after a restart. Where the bot is a guest, one reply is all it has.
   */
  private void sayThatItWaits(Received received, Written written) throws InterruptedException {
    List<Draft> notice =
        written.guest() == null
            ? List.of(draft(WAITS, written, handler.notice(written, WAITS)))
            : List.of();
    List<Outgoing> kept =
        Persistence.untilKept(() ->
            store.hasAddressed(written.chat(), WAITS, received.askedAt())
                ? List.of()
                : store.say(notice));
    for (Outgoing outgoing : kept) {
      delivery.deliver(outgoing);
    }
  }

  private boolean isLate(Received received) {
    return received.askedAt().plus(tooOld).isBefore(clock.instant());
  }

  /**
   * The answer; none where there is not even one that says so, and the message has ended.
   *
   * @throws OutOfReachException if the articles cannot be looked up at this moment
   * @throws StoreException if the store cannot be used at this moment
   */
  private Optional<Answered> find(Received received, Written written) throws InterruptedException {
    try {
      return Optional.of(
          processors.run(
              () -> handler.answer(written),
              written.guest() == null ? ProcessorPool.action(written, ActionType.TYPING) : null));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfReachException later) {
        throw later;
      }
      if (e.getCause() instanceof StoreException later) {
        throw later;
      }
      // Left to wait, it would fail again at every start.
      fail(received, written, e);
      return Optional.empty();
    }
  }

  private void fail(Received received, IncomingUpdate update, Throwable failure)
      throws InterruptedException {
    metrics.refused(Declined.FAILED);
    if (failure instanceof OutOfReachException) {
      log.warn("chat {}: {}", pseudonyms.of(update.chat()), failure.getMessage());
    } else {
      log.error("chat {}: no answer could be made", pseudonyms.of(update.chat()), failure);
    }
    Persistence.untilKept(() -> store.finish(received.key(), Ending.FAILED, List.of()));
  }

  private void press(Received received, CallbackQuery query) throws InterruptedException {
    PressHandler.Response response;
    try {
      response = Persistence.untilKept(() -> presses.handle(query));
    } catch (RuntimeException e) {
      calls.make(presses.failed(query));
      fail(received, new Pressed(query), e);
      return;
    }
    // The reader's finger waits: this first. After a crash in between, the press is done again.
    calls.make(response.notice());
    Optional<StoredRequest> edit;
    try {
      edit = response.edit() == null ? Optional.empty() : make(response.edit(), query);
    } catch (ExecutionException e) {
      fail(received, new Pressed(query), e);
      return;
    }
    long chat = new Pressed(query).chat();
    say(
        received,
        Ending.ANSWERED,
        edit.map(page -> new Draft(chat, PAGE, page.stored())).stream().toList());
    metrics.said(edit.isEmpty() ? Said.NOTICE : Said.PAGE);
  }

  /** What takes longer than a moment to make is a picture. */
  private Optional<StoredRequest> make(PressHandler.Edit edit, CallbackQuery query)
      throws InterruptedException, ExecutionException {
    return processors.run(
        () -> Optional.ofNullable(edit.make()),
        ProcessorPool.action(new Pressed(query), ActionType.UPLOAD_PHOTO));
  }

  private void refuseLate(Received received, Written written) throws InterruptedException {
    metrics.refused(Declined.LATE);
    log.info("chat {}: a question came too late", pseudonyms.of(written.chat()));
    if (written.guest() != null) {
      say(received, Ending.LATE, List.of());
      return;
    }
    StoredRequest place = handler.notice(written, Delivery.LATE);
    List<Draft> notice = Persistence.untilKept(() -> delivery.lateNotice(written.chat(), place));
    say(received, Ending.LATE, notice);
  }

  /** Ends what is one too many, and says nothing. */
  void endSilently(Received received) throws InterruptedException {
    metrics.refused(Declined.FLOOD);
    say(received, Ending.FLOOD, List.of());
  }

  /**
   * Ends what is one too many, saying so if it is the first. A button is told in any case: it waits
   * for that.
   */
  void refuseFlood(Received received, IncomingUpdate update, boolean notice)
      throws InterruptedException {
    for (Outgoing outgoing : keepRefusal(received, update, notice)) {
      delivery.deliver(outgoing);
    }
  }

  /** The same, but what is to be said is only kept. */
  List<Outgoing> keepRefusal(Received received, IncomingUpdate update, boolean notice)
      throws InterruptedException {
    metrics.refused(Declined.FLOOD);
    List<Draft> drafts =
        notice && update instanceof Written written
            ? List.of(draft(FLOOD, written, handler.notice(written, FLOOD)))
            : List.of();
    if (notice) {
      log.info("chat {}: somebody asks too fast", pseudonyms.of(update.chat()));
    }
    List<Outgoing> kept =
        Persistence.untilKept(() -> store.finish(received.key(), Ending.FLOOD, drafts, null, null));
    if (update instanceof Pressed(CallbackQuery query)) {
      calls.make(presses.tooMany(query, notice));
    }
    return kept;
  }

  private static Draft draft(String kind, Written written, StoredRequest reply) {
    return new Draft(written.chat(), kind, reply.stored());
  }

  private boolean say(Received received, Ending ending, List<Draft> drafts)
      throws InterruptedException {
    return say(received, ending, drafts, null, null);
  }

  /** Keeps what is to be said and sends it; whether all of it was sent. */
  private boolean say(
      Received received,
      Ending ending,
      List<Draft> drafts,
      @Nullable KeptAnswer kept,
      @Nullable KeptConversation conversation)
      throws InterruptedException {
    boolean sent = true;
    for (Outgoing outgoing :
        Persistence.untilKept(
            () -> store.finish(received.key(), ending, drafts, kept, conversation))) {
      sent &= delivery.deliver(outgoing);
    }
    return sent;
  }
}
