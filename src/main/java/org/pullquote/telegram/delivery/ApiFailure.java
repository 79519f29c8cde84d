package org.pullquote.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Why a call to the Bot API failed, as far as that decides what to do next. The description is fit
 * for a log: of what was sent it repeats nothing, of what came back no more than Telegram's own
 * word for it.
 */
public sealed interface ApiFailure {

  /** For the log, in a few words. */
  String description();

  /** Telegram does not know the token, or no longer. */
  record Unauthorized(String description) implements ApiFailure {}

  /** Another poller, or a webhook, takes the updates. */
  record Conflict(String description) implements ApiFailure {}

  /**
   * Too many requests.
   *
   * @param retryAfter how long Telegram wants to be left alone
   */
  record TooMany(Duration retryAfter, String description) implements ApiFailure {}

  /** The request has certainly not arrived. */
  record Unreachable(String description) implements ApiFailure {}

  /** The request may have been carried out: the connection failed before an answer came. */
  record OutcomeUnknown(String description) implements ApiFailure {}

  /** Telegram is out of order: a 5xx, or an answer that is none of the Bot API's. */
  record ServerFault(String description) implements ApiFailure {}

  /** Nothing can be said in this chat, now or later: blocked, kicked, gone. */
  record ChatClosed(String description) implements ApiFailure {}

  /**
   * The group has become a supergroup.
   *
   * @param chat its new id
   */
  record ChatMoved(long chat, String description) implements ApiFailure {}

  /** The message to reply to is no longer there. */
  record ReplyTargetGone(String description) implements ApiFailure {}

  /** The message is already what it was to become. */
  record AlreadySo(String description) implements ApiFailure {}

  /** Telegram does not take this request, however often it is sent. */
  record Refused(String description) implements ApiFailure {}

  /** Words of refusals that will not change. Telegram documents them nowhere. */
  List<String> CLOSED =
      List.of(
          "chat not found",
          "user not found",
          "user is deactivated",
          "peer_id_invalid",
          "was kicked",
          "was blocked",
          "not a member",
          "group is deactivated",
          "group chat was deactivated",
          "chat_write_forbidden",
          "chat_restricted",
          "not enough rights",
          "have no rights",
          "need administrator rights",
          "topic_closed",
          "topic_deleted",
          "message thread not found");

  /** Words of refusals that speak of the message to reply to. */
  List<String> REPLY =
      List.of(
          "message to be replied not found",
          "message to reply not found",
          "replied message not found",
          "reply message not found",
          "reply_message_id_invalid");

  /** What an exception of the library means. */
  static ApiFailure of(TelegramApiException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TelegramApiRequestException refusal && code(refusal) != 0) {
        return ofCode(refusal, code(refusal));
      }
      if (cause instanceof TelegramApiValidationException) {
        // Its message may repeat the text.
        return new Refused("the library does not send it");
      }
      if (cause instanceof JsonProcessingException) {
        return new ServerFault("the answer is no JSON");
      }
      if (cause instanceof IOException broken) {
        return ofBroken(broken);
      }
    }
    return failure instanceof TelegramApiRequestException
        ? new ServerFault("the answer cannot be read")
        : new OutcomeUnknown(failure.getClass().getSimpleName());
  }

  private static int code(TelegramApiRequestException refusal) {
    return refusal.getErrorCode() == null ? 0 : refusal.getErrorCode();
  }

  private static ApiFailure ofBroken(IOException broken) {
    String name = broken.getClass().getSimpleName();
    boolean unconnected =
        broken instanceof ConnectException
            || broken instanceof UnknownHostException
            || broken instanceof NoRouteToHostException
            || broken instanceof SSLHandshakeException
            || (broken instanceof SocketTimeoutException
                && String.valueOf(broken.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .contains("connect timed out"));
    return unconnected ? new Unreachable(name) : new OutcomeUnknown(name);
  }

  private static ApiFailure ofCode(TelegramApiRequestException refusal, int code) {
    String said = String.valueOf(refusal.getApiResponse());
    String description = "[" + code + "] " + said;
    ResponseParameters parameters = refusal.getParameters();
    if (parameters != null && parameters.getMigrateToChatId() != null) {
      return new ChatMoved(parameters.getMigrateToChatId(), description);
    }
    return switch (code) {
      case 401, 404 -> new Unauthorized(description);
      case 409 -> new Conflict(description);
      case 429 -> new TooMany(retryAfter(parameters), description);
      case 403 -> new ChatClosed(description);
      default -> code >= 500 ? new ServerFault(description) : ofWords(said, description);
    };
  }

  private static Duration retryAfter(@Nullable ResponseParameters parameters) {
    Integer seconds = parameters == null ? null : parameters.getRetryAfter();
    return Duration.ofSeconds(seconds == null ? 1 : Math.max(0, seconds));
  }

  private static ApiFailure ofWords(String said, String description) {
    String words = said.toLowerCase(Locale.ROOT);
    if (words.contains("message is not modified")) {
      return new AlreadySo(description);
    }
    if (REPLY.stream().anyMatch(words::contains)) {
      return new ReplyTargetGone(description);
    }
    if (CLOSED.stream().anyMatch(words::contains)) {
      return new ChatClosed(description);
    }
    return new Refused(description);
  }
}
