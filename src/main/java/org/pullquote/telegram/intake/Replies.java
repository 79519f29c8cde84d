package org.pullquote.telegram.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.DeliveryStore.Ending;
import org.pullquote.store.Draft;
import org.pullquote.store.KeptAnswer;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
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
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.dialogue.UpdateHandler.Answered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What is said to a message that waits: the answer, or that it came too late, or nothing. That is
 * kept in the store in the step that ends the waiting, and sent after it.
 */
public final class Replies {

  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  /** What the notice is called that somebody asks too fast. */
  static final String FLOOD = "flood";

  /** What a page is called that takes the place of another. */
  private static final String PAGE = "page";

  /** Who waits longer than this is shown that an answer comes. */
  private static final Duration MOMENT = Duration.ofMillis(700);

  /** Telegram shows it for five seconds. */
  private static final Duration TYPING_LASTS = Duration.ofMillis(4_500);

  private final UpdateHandler handler;
  private final PressHandler presses;
  private final DeliveryStore store;
  private final AnswerStore answers;
  private final FleetingCalls calls;
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
      Pseudonyms pseudonyms) {
    this.handler = handler;
    this.presses = presses;
    this.store = store;
    this.answers = answers;
    this.calls = calls;
    this.delivery = delivery;
    this.metrics = metrics;
    this.clock = clock;
    this.tooOld = tooOld;
    this.processors = processors;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Answers what a reader did.
   *
   * @param arrivedNanos when it arrived, by {@link System#nanoTime()}
   */
  void answer(Received received, IncomingUpdate update, long arrivedNanos)
      throws InterruptedException {
    boolean late = received.askedAt().plus(tooOld).isBefore(clock.instant());
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
    Optional<Answered> found = find(received, written);
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
            answered.kept());
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

  /** The answer; none where there is not even one that says so, and the message has ended. */
  private Optional<Answered> find(Received received, Written written) throws InterruptedException {
    Future<Answered> answer = processors.submit(() -> handler.answer(written));
    try {
      return Optional.of(
          await(answer, written.guest() == null ? action(written, ActionType.TYPING) : null));
    } catch (ExecutionException e) {
      // Left to wait, it would fail again at every start.
      fail(received, written, e);
      return Optional.empty();
    }
  }

  /**
   * Waits for what is found or drawn; a reader who has to wait for more than a moment sees that it
   * comes.
   *
   * @param action shows that; null where nothing can
   */
  private <T> T await(Future<T> answer, @Nullable SendChatAction action)
      throws InterruptedException, ExecutionException {
    Duration wait = MOMENT;
    while (true) {
      try {
        return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (action != null) {
          calls.make(action);
        }
        wait = TYPING_LASTS;
      }
    }
  }

  private static SendChatAction action(IncomingUpdate update, ActionType type) {
    SendChatAction action = new SendChatAction(String.valueOf(update.chat()), type.toString());
    MaybeInaccessibleMessage place =
        switch (update) {
          case Written written -> written.message();
          case Pressed(CallbackQuery query) -> query.getMessage();
          case Typed typed -> null;
        };
    if (place instanceof Message message && message.isTopicMessage()) {
      action.setMessageThreadId(message.getMessageThreadId());
    }
    return action;
  }

  private void fail(Received received, IncomingUpdate update, Throwable failure)
      throws InterruptedException {
    metrics.refused(Declined.FAILED);
    log.error("chat {}: no answer could be made", pseudonyms.of(update.chat()), failure);
    Persistence.untilKept(() -> store.finish(received.key(), Ending.FAILED, List.of()));
  }

  private void press(Received received, CallbackQuery query) throws InterruptedException {
    PressHandler.Response response;
    try {
      response = Persistence.untilKept(() -> presses.handle(query));
    } catch (RuntimeException e) {
      calls.make(presses.tooMany(query, false));
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
    return await(
        processors.submit(() -> Optional.ofNullable(edit.make())),
        action(new Pressed(query), ActionType.UPLOAD_PHOTO));
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
    metrics.refused(Declined.FLOOD);
    List<Draft> drafts =
        notice && update instanceof Written written
            ? List.of(draft(FLOOD, written, handler.notice(written, FLOOD)))
            : List.of();
    if (notice) {
      log.info("chat {}: somebody asks too fast", pseudonyms.of(update.chat()));
    }
    say(received, Ending.FLOOD, drafts);
    if (update instanceof Pressed(CallbackQuery query)) {
      calls.make(presses.tooMany(query, notice));
    }
  }

  private static Draft draft(String kind, Written written, StoredRequest reply) {
    return new Draft(written.chat(), kind, reply.stored());
  }

  private boolean say(Received received, Ending ending, List<Draft> drafts)
      throws InterruptedException {
    return say(received, ending, drafts, null);
  }

  /** Keeps what is to be said and sends it; whether all of it was sent. */
  private boolean say(
      Received received, Ending ending, List<Draft> drafts, @Nullable KeptAnswer kept)
      throws InterruptedException {
    boolean sent = true;
    for (Outgoing outgoing :
        Persistence.untilKept(() -> store.finish(received.key(), ending, drafts, kept))) {
      sent &= delivery.deliver(outgoing);
    }
    return sent;
  }
}
