package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pullquote.store.Arrival.MessageKey;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What readers do, read out of an update: they write, press a button, or type after the name. */
public sealed interface IncomingUpdate {

  /**
   * A message.
   *
   * @param guest what to answer in a chat that the bot is no member of; null in all others
   */
  record Written(Message message, @Nullable String guest) implements IncomingUpdate {

    /** Whether a message that may have been answered was changed. */
    boolean isEdited() {
      return message.getEditDate() != null;
    }
  }

  /** A button under a message of the bot's. */
  record Pressed(CallbackQuery query) implements IncomingUpdate {}

  /** What somebody types after the bot's name, in any chat. */
  record Typed(InlineQuery query) implements IncomingUpdate {}

  ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /** Telegram keeps an update for a day; what seems older tells of a clock that is wrong. */
  Duration KEPT_BY_TELEGRAM = Duration.ofHours(24).plusMinutes(5);

  /** An update that cannot be read. The message says where and repeats nothing of it. */
  final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnreadableException(String fault) {
      super(fault);
    }

    /** What is wrong with it. */
    public String fault() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What is done in an update; empty where it is none of these.
   *
   * @throws UnreadableException if the library cannot read it, or it lacks what each of its kind
   *     has
   */
  static Optional<IncomingUpdate> read(String json) throws UnreadableException {
    Update update;
    try {
      update = JSON.readValue(json, Update.class);
    } catch (JsonMappingException e) {
      throw new UnreadableException(e.getClass().getSimpleName() + " at " + path(e));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new UnreadableException(e.getClass().getSimpleName());
    }
    if (update.getMessage() != null) {
      return Optional.of(new Written(complete(update.getMessage()), null));
    }
    if (update.getEditedMessage() != null) {
      return Optional.of(new Written(complete(update.getEditedMessage()), null));
    }
    if (update.getGuestMessage() != null) {
      return guest(complete(update.getGuestMessage()));
    }
    if (update.getCallbackQuery() != null) {
      return Optional.of(pressed(update.getCallbackQuery()));
    }
    return update.getInlineQuery() == null
        ? Optional.empty()
        : Optional.of(typed(update.getInlineQuery()));
  }

  private static Message complete(Message message) throws UnreadableException {
    if (!isPlaced(message) || message.getChat().getType() == null) {
      throw new UnreadableException("a message without a chat or an id");
    }
    return message;
  }

  private static boolean isPlaced(MaybeInaccessibleMessage message) {
    return message.getChat() != null
        && message.getChat().getId() != null
        && message.getMessageId() != null;
  }

  private static Optional<IncomingUpdate> guest(Message message) {
    String query = message.getGuestQueryId();
    return query == null || query.isEmpty()
        ? Optional.empty()
        : Optional.of(new Written(message, query));
  }

  private static Pressed pressed(CallbackQuery query) throws UnreadableException {
    if (query.getId() == null || query.getFrom() == null || query.getFrom().getId() == null) {
      throw new UnreadableException("a press without an id or a user");
    }
    MaybeInaccessibleMessage message = query.getMessage();
    if (message != null && !isPlaced(message)) {
      throw new UnreadableException("a press under a message without a chat or an id");
    }
    return new Pressed(query);
  }

  private static Typed typed(InlineQuery query) throws UnreadableException {
    if (query.getId() == null || query.getFrom() == null || query.getFrom().getId() == null) {
      throw new UnreadableException("an inline query without an id or a user");
    }
    return new Typed(query);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  /** The chat in which it is done, or the user where it is in none that the bot is in. */
  default long chat() {
    return switch (this) {
      case Written written -> written.message().getChatId();
      case Pressed(CallbackQuery query) ->
          query.getMessage() == null ? query.getFrom().getId() : query.getMessage().getChatId();
      case Typed(InlineQuery query) -> query.getFrom().getId();
    };
  }

  /** Who does it: a user, or the chat in whose name it is written; 0 for nobody. */
  default long doer() {
    return switch (this) {
      case Written(Message message, var guest) -> writer(message);
      case Pressed(CallbackQuery query) -> query.getFrom().getId();
      case Typed(InlineQuery query) -> query.getFrom().getId();
    };
  }

  /** Who wrote a message: a user, or the chat in whose name it was written; 0 for nobody. */
  static long writer(Message message) {
    if (message.getSenderChat() != null) {
      return message.getSenderChat().getId();
    }
    return message.getFrom() == null ? 0 : message.getFrom().getId();
  }

  /** What tells a message from all others; null where only its update does. */
  default @Nullable MessageKey key() {
    // Where the bot is a guest, chats and messages are numbered by another count.
    return this instanceof Written written && written.guest() == null
        ? new MessageKey(written.message().getChatId(), written.message().getMessageId())
        : null;
  }

  /**
   * When it was done, as far as Telegram can be believed.
   *
   * @param now when it came
   */
  default Instant doneAt(Instant now) {
    if (!(this instanceof Written(Message message, var guest))) {
      return now;
    }
    Integer seconds = message.getEditDate() == null ? message.getDate() : message.getEditDate();
    Instant written = Instant.ofEpochSecond(seconds == null ? 0 : seconds);
    return written.isAfter(now) || written.isBefore(now.minus(KEPT_BY_TELEGRAM)) ? now : written;
  }
}
