package org.pullquote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pullquote.store.Arrival.MessageKey;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads the message out of an update. */
final class IncomingMessage {

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /** Telegram keeps an update for a day; what seems older tells of a clock that is wrong. */
  private static final Duration KEPT_BY_TELEGRAM = Duration.ofHours(24).plusMinutes(5);

  private IncomingMessage() {}

  /** An update that cannot be read. The message says where and repeats nothing of it. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnreadableException(String fault) {
      super(fault);
    }

    /** What is wrong with it. */
    String fault() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The message of an update; empty where it has none.
   *
   * @throws UnreadableException if the library cannot read it, or it lacks what every message has
   */
  static Optional<Message> read(String update) throws UnreadableException {
    Message message;
    try {
      message = JSON.readValue(update, Update.class).getMessage();
    } catch (JsonMappingException e) {
      throw new UnreadableException(e.getClass().getSimpleName() + " at " + path(e));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new UnreadableException(e.getClass().getSimpleName());
    }
    if (message != null
        && (message.getChat() == null
            || message.getChatId() == null
            || message.getChat().getType() == null
            || message.getMessageId() == null)) {
      throw new UnreadableException("a message without a chat or an id");
    }
    return Optional.ofNullable(message);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  /** What tells a message from all others. */
  static MessageKey key(Message message) {
    return new MessageKey(message.getChatId(), message.getMessageId());
  }

  /**
   * When a message was written, as far as Telegram can be believed.
   *
   * @param now when it came
   */
  static Instant askedAt(Message message, Instant now) {
    Integer seconds = message.getDate();
    Instant written = Instant.ofEpochSecond(seconds == null ? 0 : seconds);
    return written.isAfter(now) || written.isBefore(now.minus(KEPT_BY_TELEGRAM)) ? now : written;
  }
}
