package org.pullquote.telegram.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.pullquote.chat.Messages;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Draft;
import org.pullquote.store.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sends what the store holds, until Telegram has taken it or never will.
 *
 * <p>Nothing is lost: a message leaves the store only after Telegram has answered. Between Telegram
 * taking it and that answer being noted, a connection or the process may fail; it is then sent a
 * second time. That is the one window in which a reader may see an answer twice. To keep it small,
 * nothing is repeated while the connection as a whole is out of order.
 */
public final class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  /** What an answer is called in the store. */
  public static final String ANSWER = "answer";

  /** What the notice is called that questions are too old. */
  public static final String LATE = "late";

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** After an unknown outcome each repetition may be one too many: they get rarer. */
  private static final Duration LONGEST_UNKNOWN_WAIT = Duration.ofMinutes(15);

  private final TelegramClient client;
  private final DeliveryStore store;
  private final RateLimits limits;
  private final BotMetrics metrics;
  private final InstantSource clock;
  private final Duration tooOld;
  private final Pseudonyms pseudonyms;
  private final ChatOwnership ownership;
  private final Pause pause;

  /** Waits; a test need not. */
  public interface Pause {
    void take(Duration length) throws InterruptedException;
  }

  /**
   * @param tooOld when an answer is of no use any more
   * @param ownership nothing is sent to a chat that is another's
   */
  public Delivery(
      TelegramClient client,
      DeliveryStore store,
      RateLimits limits,
      BotMetrics metrics,
      InstantSource clock,
      Duration tooOld,
      Pseudonyms pseudonyms,
      ChatOwnership ownership,
      Pause pause) {
    this.client = client;
    this.store = store;
    this.limits = limits;
    this.metrics = metrics;
    this.clock = clock;
    this.tooOld = tooOld;
    this.pseudonyms = pseudonyms;
    this.ownership = ownership;
    this.pause = pause;
  }

  /**
   * Sends a message, however long it takes.
   *
   * @return whether Telegram took it
   * @throws InterruptedException if the thread is interrupted; the message stays in the store
   * @throws ChatOwnership.LostException if the chat is another's by now; the message stays there,
   *     too
   */
  public boolean deliver(Outgoing outgoing) throws InterruptedException {
    Attempts attempts;
    try {
      attempts = new Attempts(outgoing);
    } catch (IllegalArgumentException e) {
      log.error("dropped something to say that can no longer be read: {}", e.getMessage());
      metrics.gaveUp();
      Persistence.untilKept(() -> store.giveUp(outgoing.key(), "unreadable", List.of()));
      return false;
    }
    return attempts.run();
  }

  /** The notice that questions came too late to be answered; none if a chat was told of late. */
  public List<Draft> lateNotice(long chat, StoredRequest place) {
    if (store.hasAddressed(chat, LATE, clock.instant().minus(tooOld))) {
      return List.of();
    }
    return List.of(new Draft(chat, LATE, place.saying(Messages.in(place.locale()).get(LATE))));
  }

  private static BackOff backOff(Duration longest) {
    return new BackOff(FIRST_WAIT, longest, RandomGenerator.getDefault());
  }

  /** One message on its way. */
  private final class Attempts {

    private final Outgoing outgoing;
    private final BackOff afterFailure = backOff(LONGEST_WAIT);
    private final BackOff afterUnknown = backOff(LONGEST_UNKNOWN_WAIT);
    private long chat;
    private StoredRequest request;

    Attempts(Outgoing outgoing) {
      this.outgoing = outgoing;
      this.chat = outgoing.chat();
      this.request = StoredRequest.read(outgoing.content()).to(chat);
    }

    boolean run() throws InterruptedException {
      while (true) {
        if (outgoing.createdAt().plus(tooOld).isBefore(clock.instant())) {
          return giveUpLate();
        }
        limits.await(chat);
        ownership.require(chat);
        Optional<ApiFailure> failure = call(request);
        limits.done(chat);
        metrics.sent(failure);
        if (failure.isEmpty() || failure.get() instanceof ApiFailure.AlreadySo) {
          Persistence.untilKept(() -> {
            store.sent(outgoing.key());
            return true;
          });
          return true;
        }
        if (!goOn(failure.get())) {
          return false;
        }
      }
    }

    /** Does what a failure asks for; whether there is a point in trying again. */
    private boolean goOn(ApiFailure failure) throws InterruptedException {
      return switch (failure) {
        case ApiFailure.TooMany refused -> {
          log("held", refused);
          limits.hold(chat, refused.retryAfter());
          yield true;
        }
        case ApiFailure.Unreachable unreachable -> repeat(unreachable, afterFailure.next());
        // A gateway may give up on what is carried out behind it.
        case ApiFailure.ServerFault fault -> repeatOnceConnected(fault);
        case ApiFailure.OutcomeUnknown unknown -> repeatOnceConnected(unknown);
        // Whoever fetches or watches meets them too, and ends the bot.
        case ApiFailure.Unauthorized fatal -> repeat(fatal, LONGEST_WAIT);
        case ApiFailure.Conflict fatal -> repeat(fatal, LONGEST_WAIT);
        case ApiFailure.ChatMoved moved -> move(moved);
        case ApiFailure.ChatClosed closed -> giveUp(closed);
        case ApiFailure.ReplyTargetGone gone -> {
          boolean again = request.isReply();
          request = request.withoutReply();
          yield again ? again("without the reply", gone) : giveUp(gone);
        }
        case ApiFailure.AlreadySo done -> false;
        case ApiFailure.Refused refused -> {
          boolean again = !request.isPlain();
          request = request.plain();
          yield again ? again("as bare text", refused) : giveUp(refused);
        }
      };
    }

    private boolean repeat(ApiFailure failure, Duration wait) throws InterruptedException {
      log("not sent, trying again in " + wait.toMillis() + " ms", failure);
      pause.take(wait);
      return true;
    }

    private boolean repeatOnceConnected(ApiFailure failure) throws InterruptedException {
      repeat(failure, afterUnknown.next());
      awaitConnection();
      return true;
    }

    private boolean again(String how, ApiFailure failure) {
      log("not sent, trying again " + how, failure);
      return true;
    }

    /** A harmless call tells whether the connection works: only then is a repetition worth it. */
    private void awaitConnection() throws InterruptedException {
      while (true) {
        Optional<ApiFailure> failure = probe();
        if (failure.isEmpty() || !isOfConnection(failure.get())) {
          return;
        }
        pause.take(afterFailure.next());
      }
    }

    private boolean isOfConnection(ApiFailure failure) {
      return failure instanceof ApiFailure.Unreachable
          || failure instanceof ApiFailure.OutcomeUnknown
          || failure instanceof ApiFailure.ServerFault;
    }

    private boolean move(ApiFailure.ChatMoved moved) throws InterruptedException {
      log("moved to chat " + pseudonyms.of(moved.chat()), moved);
      long from = chat;
      Persistence.untilKept(() -> {
        store.move(from, moved.chat());
        return true;
      });
      if (ownership.isShared()) {
        // Whoever has the other chat sends it there.
        throw new ChatOwnership.LostException();
      }
      chat = moved.chat();
      request = request.to(chat);
      return true;
    }

    private boolean giveUp(ApiFailure failure) throws InterruptedException {
      log("given up", failure);
      metrics.gaveUp();
      Persistence.untilKept(() -> store.giveUp(outgoing.key(), failure.description(), List.of()));
      return false;
    }

    private boolean giveUpLate() throws InterruptedException {
      log.warn("chat {}: an answer could not be sent in time", pseudonyms.of(chat));
      metrics.gaveUp();
      List<Draft> notice =
          outgoing.kind().equals(ANSWER)
              ? Persistence.untilKept(() -> lateNotice(chat, request))
              : List.of();
      for (Outgoing said :
          Persistence.untilKept(() -> store.giveUp(outgoing.key(), "too late", notice))) {
        deliver(said);
      }
      return false;
    }

    private void log(String what, ApiFailure failure) {
      log.warn("chat {}: {} ({})", pseudonyms.of(chat), what, failure.description());
    }
  }

  private Optional<ApiFailure> call(StoredRequest request) throws InterruptedException {
    try {
      if (request.hasPicture()) {
        PictureCall.make(request, client);
      } else {
        client.execute(request);
      }
      return Optional.empty();
    } catch (TelegramApiException e) {
      return Optional.of(failure(e));
    }
  }

  private Optional<ApiFailure> probe() throws InterruptedException {
    try {
      client.execute(new GetMe());
      return Optional.empty();
    } catch (TelegramApiException e) {
      return Optional.of(failure(e));
    }
  }

  private static ApiFailure failure(TelegramApiException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException) {
      throw new InterruptedException();
    }
    return ApiFailure.of(e);
  }
}
