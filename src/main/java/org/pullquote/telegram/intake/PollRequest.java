package org.pullquote.telegram.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code getUpdates}, with its updates as they came: the library's own reads a batch as a whole,
 * and one update that it cannot read has the batch fetched for ever.
 */
public final class PollRequest extends BotApiMethod<ArrayList<RawUpdate>> {

  /** The most updates of a request. */
  public static final int MOST_UPDATES = 100;

  /** What is asked for. A webhook gets the same. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "inline_query", "guest_message");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final long offset;
  private final int limit;
  private final int timeoutSeconds;

  /** The answer is no JSON that can be read, but there is an update in it. */
  static final class UnreadableException extends TelegramApiRequestException {
    private static final long serialVersionUID = 1L;
    private final transient RawUpdate first;

    private UnreadableException(RawUpdate first) {
      super("getUpdates was answered with what is no readable JSON");
      this.first = first;
    }

    /** The first update in it. */
    RawUpdate first() {
      return first;
    }
  }

  /**
   * @param offset the id of the first update wanted; what comes before it is confirmed. 0 for the
   *     first one that is not confirmed yet
   * @param limit the most updates wanted, 1 to {@link #MOST_UPDATES}
   * @param timeoutSeconds how long the server may hold the request when there is none
   */
  public PollRequest(long offset, int limit, int timeoutSeconds) {
    this.offset = offset;
    this.limit = limit;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** The id of the first update wanted; null for the first that is not confirmed yet. */
  @JsonProperty("offset")
  public @Nullable Long offset() {
    return offset == 0 ? null : offset;
  }

  /** The most updates wanted. */
  @JsonProperty("limit")
  public int limit() {
    return limit;
  }

  @JsonProperty("timeout")
  int timeoutSeconds() {
    return timeoutSeconds;
  }

  @JsonProperty("allowed_updates")
  List<String> allowedUpdates() {
    return KINDS;
  }

  @Override
  public String getMethod() {
    return "getUpdates";
  }

  @Override
  public void validate() {}

  @Override
  @SuppressWarnings("NonApiType") // The library's signature.
  public ArrayList<RawUpdate> deserializeResponse(String answer)
      throws TelegramApiRequestException {
    try {
      return updates(answer);
    } catch (StackOverflowError | OutOfMemoryError e) {
      // The library waits for ever for an answer whose reading ends so.
      throw new TelegramApiRequestException("getUpdates: " + e.getClass().getSimpleName());
    }
  }

  @SuppressWarnings("NonApiType") // As above.
  private ArrayList<RawUpdate> updates(String answer) throws TelegramApiRequestException {
    JsonNode response = parse(answer);
    if (!response.path("ok").isBoolean()) {
      throw new TelegramApiRequestException("getUpdates was not answered by a Bot API server");
    }
    if (!response.path("ok").asBoolean()) {
      // Throws what the server refused it with.
      return deserializeResponseArray(answer, RawUpdate.class);
    }
    ArrayList<RawUpdate> updates = new ArrayList<>();
    for (JsonNode update : response.path("result")) {
      updates.add(new RawUpdate(update.path("update_id").asLong(), text(update), null));
    }
    return updates;
  }

  private static String text(JsonNode update) throws TelegramApiRequestException {
    try {
      return JSON.writeValueAsString(update);
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("an update cannot be written as JSON");
    }
  }

  private static JsonNode parse(String answer) throws TelegramApiRequestException {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      // Not passed on as the cause: its message quotes what the server sent.
      throw RawUpdate.firstIn(answer)
          .<TelegramApiRequestException>map(UnreadableException::new)
          .orElseGet(
              () -> new TelegramApiRequestException("getUpdates was not answered with JSON"));
    }
  }
}
