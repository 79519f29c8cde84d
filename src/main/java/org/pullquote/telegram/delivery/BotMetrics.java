package org.pullquote.telegram.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.pullquote.chat.Turn;

/** What is counted and timed. The names are those of the metrics page. */
public final class BotMetrics {

  /** What an update is. */
  public enum Came {
    NEW,
    REPEATED,
    UNREADABLE
  }

  /** Why a message is not answered. */
  public enum Declined {
    LATE,
    FLOOD,
    FAILED
  }

  /** What a message was answered with. */
  public enum Said {
    QUOTES,
    REFUSAL,
    METADATA,
    SMALL_TALK,
    COMMAND,
    NOT_TEXT,
    FAILURE,
    /** Another page, by a button. */
    PAGE,
    /** A word at a button. */
    NOTICE,
    /** Passages while somebody types. */
    SUGGESTIONS;

    /** What a conversation's turn counts as. */
    public static Said of(Turn.Outcome outcome) {
      return valueOf(outcome.name());
    }
  }

  private final MeterRegistry registry;
  private final Timer latency;
  private final Counter tooMany;
  private final Counter gaveUp;

  /** Registers all counters at 0, so that each can be seen before anything happens. */
  public BotMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Came came : Came.values()) {
      updates(came);
    }
    for (Declined declined : Declined.values()) {
      declined(declined);
    }
    for (Said said : Said.values()) {
      replies(said);
    }
    latency =
        Timer.builder("pullquote.answer.latency")
            .description("from an update's arrival until Telegram has taken the answer")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(5))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(registry);
    tooMany =
        Counter.builder("pullquote.too.many.requests")
            .description("refusals with status 429, of polls and messages")
            .register(registry);
    gaveUp =
        Counter.builder("pullquote.messages.given.up")
            .description("messages that will never be sent: chat closed, refused, too late")
            .register(registry);
  }

  /** Shows how much is under way and waiting. */
  public void showQueue(Supplier<Number> size) {
    Gauge.builder("pullquote.queue.size", size)
        .description("updates and messages under way and waiting")
        .register(registry);
  }

  /** Shows how long ago Telegram was asked for updates and answered. */
  public void showPollAge(Supplier<Number> seconds) {
    Gauge.builder("pullquote.poll.age.seconds", seconds)
        .description("time since the last poll that succeeded")
        .register(registry);
  }

  private Counter updates(Came came) {
    return Counter.builder("pullquote.updates")
        .description("updates meant for the bot")
        .tag("kind", lower(came))
        .register(registry);
  }

  private Counter declined(Declined why) {
    return Counter.builder("pullquote.messages.declined")
        .description("messages not answered: too late, too many of one sender's, no answer found")
        .tag("kind", lower(why))
        .register(registry);
  }

  private Counter replies(Said said) {
    return Counter.builder("pullquote.replies")
        .description("messages answered: quotes and metadata are answers, refusals are not")
        .tag("kind", lower(said))
        .register(registry);
  }

  /** Counts updates that came. */
  public void came(Came came, int count) {
    updates(came).increment(count);
  }

  /** Counts a message that is not answered. */
  public void refused(Declined why) {
    declined(why).increment();
  }

  /** Counts a message that is answered. */
  public void said(Said said) {
    replies(said).increment();
  }

  /** Notes the time from an update's arrival until Telegram has taken the answer. */
  public void answeredAfter(Duration time) {
    latency.record(time);
  }

  /** Counts a call that sends, by its outcome. */
  void sent(Optional<ApiFailure> failure) {
    String result = failure.map(BotMetrics::name).orElse("sent");
    Counter.builder("pullquote.sends")
        .description("attempts to send, by outcome")
        .tag("result", result)
        .register(registry)
        .increment();
    if (failure.isPresent() && failure.get() instanceof ApiFailure.TooMany) {
      tooManyRequests();
    }
  }

  /** Counts a refusal with status 429. */
  public void tooManyRequests() {
    tooMany.increment();
  }

  void gaveUp() {
    gaveUp.increment();
  }

  private static String name(ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unauthorized f -> "unauthorized";
      case ApiFailure.Conflict f -> "conflict";
      case ApiFailure.TooMany f -> "too_many_requests";
      case ApiFailure.Unreachable f -> "unreachable";
      case ApiFailure.OutcomeUnknown f -> "outcome_unknown";
      case ApiFailure.ServerFault f -> "server_fault";
      case ApiFailure.ChatClosed f -> "chat_closed";
      case ApiFailure.ChatMoved f -> "chat_moved";
      case ApiFailure.ReplyTargetGone f -> "reply_target_gone";
      case ApiFailure.AlreadySo f -> "already_so";
      case ApiFailure.Refused f -> "refused";
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
