package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Telegram takes as a message, and in which words it refuses the rest. Not thread-safe. */
public final class SendRules {

  private static final int TEXT_LIMIT = 4096;
  private static final int CAPTION_LIMIT = 1024;
  private static final int CALLBACK_LIMIT = 64;
  private static final int COPY_LIMIT = 256;
  private static final int QUERY_LIMIT = 256;
  private static final int MOST_BUTTONS = 100;

  /** Telegram ignores what is more, and shows quotes as bare text: here that is a fault. */
  private static final int MOST_ENTITIES = 100;

  /** A link to anything else is no link: Telegram drops it without a word. */
  private static final Pattern LINK = Pattern.compile("(?i)(https?|tg)://[^\\s/?#]+\\S*");

  private static final List<String> ACTIONS =
      List.of(
          "url",
          "callback_data",
          "copy_text",
          "switch_inline_query",
          "switch_inline_query_current_chat");
  private static final long SECOND = 1_000_000_000L;

  final Set<Long> blocked = new HashSet<>();
  final Map<Long, Long> upgraded = new HashMap<>();
  final Set<Long> deletedMessages = new HashSet<>();
  private final Map<Long, Deque<Long>> sentAt = new HashMap<>();
  private final Deque<Long> allSentAt = new ArrayDeque<>();
  private final Map<Long, Long> mutedUntil = new HashMap<>();
  boolean limited;

  /** A refusal in Telegram's words. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    final int code;
    final @Nullable String parameters;

    Refusal(int code, String description, @Nullable String parameters) {
      super(description);
      this.code = code;
      this.parameters = parameters;
    }

    Refusal(int code, String description) {
      this(code, description, null);
    }
  }

  void check(JsonNode request, long now) throws Refusal {
    long chat = request.path("chat_id").asLong();
    if (limited) {
      checkRate(chat, now);
    }
    if (blocked.contains(chat)) {
      throw new Refusal(403, "Forbidden: bot was blocked by the user");
    }
    if (upgraded.containsKey(chat)) {
      throw new Refusal(
          400,
          "Bad Request: group chat was upgraded to a supergroup chat",
          "{\"migrate_to_chat_id\": " + upgraded.get(chat) + "}");
    }
    JsonNode reply = request.path("reply_parameters");
    if (deletedMessages.contains(reply.path("message_id").asLong())
        && !reply.path("allow_sending_without_reply").asBoolean()) {
      throw new Refusal(400, "Bad Request: message to be replied not found");
    }
    if (request.has("photo") || request.has("document")) {
      checkPicture(request);
    } else {
      checkText(request.path("text").asText(), request.path("entities"));
    }
    checkButtons(request.path("reply_markup"));
  }

  static void checkPicture(JsonNode request) throws Refusal {
    if (request.path("caption").asText().length() > CAPTION_LIMIT) {
      throw new Refusal(400, "Bad Request: message caption is too long");
    }
    if (!request.path("caption").asText().isEmpty()) {
      checkText(request.path("caption").asText(), request.path("caption_entities"));
    }
    String photo = request.path("photo").asText();
    if (photo.startsWith("http")) {
      if (photo.contains("unreachable")) {
        throw new Refusal(400, "Bad Request: failed to get HTTP URL content");
      }
    } else if (request.has("photo") && !SentPicture.isPhoto(photo)) {
      throw new Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
    }
  }

  static void checkText(String text, JsonNode entities) throws Refusal {
    if (text.isBlank()) {
      throw new Refusal(400, "Bad Request: message text is empty");
    }
    if (text.length() > TEXT_LIMIT) {
      throw new Refusal(400, "Bad Request: message is too long");
    }
    if (entities.size() > MOST_ENTITIES) {
      throw new Refusal(400, "Bad Request: ENTITIES_TOO_LONG");
    }
    for (JsonNode entity : entities) {
      if (entity.path("type").asText().equals("text_link")
          && !LINK.matcher(entity.path("url").asText()).matches()) {
        throw new Refusal(400, "Bad Request: ENTITY_TEXTURL_INVALID");
      }
      int start = entity.path("offset").asInt();
      int end = start + entity.path("length").asInt();
      if (start < 0
          || end <= start
          || end > text.length()
          || cuts(text, start)
          || cuts(text, end)) {
        throw new Refusal(400, "Bad Request: ENTITY_BOUNDS_INVALID");
      }
    }
  }

  private static boolean cuts(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  static void checkButtons(JsonNode markup) throws Refusal {
    int buttons = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      for (JsonNode button : row) {
        checkButton(button);
        buttons++;
      }
    }
    if (buttons > MOST_BUTTONS) {
      throw new Refusal(400, "Bad Request: reply markup is too long");
    }
    for (JsonNode row : markup.path("keyboard")) {
      for (JsonNode button : row) {
        String text = button.isTextual() ? button.asText() : button.path("text").asText();
        if (text.isBlank()) {
          throw new Refusal(400, "Bad Request: keyboard button text must be non-empty");
        }
      }
    }
  }

  private static void checkButton(JsonNode button) throws Refusal {
    if (button.path("text").asText().isBlank()) {
      throw new Refusal(400, "Bad Request: inline keyboard button text must be non-empty");
    }
    long actions = ACTIONS.stream().filter(button::hasNonNull).count();
    if (actions != 1) {
      throw new Refusal(400, "Bad Request: text buttons are unallowed in the inline keyboard");
    }
    if (button.has("callback_data")) {
      int length = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
      if (length < 1 || length > CALLBACK_LIMIT) {
        throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
      }
    }
    int copied = button.path("copy_text").path("text").asText().length();
    if (button.has("copy_text") && (copied < 1 || copied > COPY_LIMIT)) {
      throw new Refusal(400, "Bad Request: BUTTON_COPY_TEXT_INVALID");
    }
    if (button.path("switch_inline_query").asText().length() > QUERY_LIMIT) {
      throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
    }
  }

  /** One a second in a chat, 20 a minute in a group, 30 a second overall. */
  private void checkRate(long chat, long now) throws Refusal {
    Deque<Long> sent = sentAt.computeIfAbsent(chat, c -> new ArrayDeque<>());
    boolean muted = mutedUntil.getOrDefault(chat, Long.MIN_VALUE) > now;
    // A tenth of a second is forgiven: it is less than the network takes.
    boolean tooFast = count(sent, now, SECOND * 9 / 10) >= 1;
    boolean tooMany = chat < 0 && count(sent, now, 60 * SECOND) >= 20;
    boolean tooManyOverall = count(allSentAt, now, SECOND) >= 30;
    if (muted || tooFast || tooMany || tooManyOverall) {
      int seconds = tooMany ? 5 : 1;
      mutedUntil.put(chat, now + seconds * SECOND);
      throw new Refusal(
          429, "Too Many Requests: retry after " + seconds, "{\"retry_after\": " + seconds + "}");
    }
    sent.add(now);
    allSentAt.add(now);
    if (sent.size() > 100) {
      sent.removeFirst();
    }
    if (allSentAt.size() > 1000) {
      allSentAt.removeFirst();
    }
  }

  private static long count(Deque<Long> times, long now, long within) {
    return times.stream().filter(time -> now - time < within).count();
  }
}
