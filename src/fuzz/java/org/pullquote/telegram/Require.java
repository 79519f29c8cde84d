package org.pullquote.telegram;

import org.pullquote.telegram.dialogue.TelegramRenderer;

import com.fasterxml.jackson.databind.JsonNode;

/** What must hold for any input. */
final class Require {

  private static final String CUT_PAIR =
      "(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])";

  private Require() {}

  /**
   * @param property what does not hold, if not
   */
  static void that(boolean holds, String property) {
    if (!holds) {
      throw new AssertionError(property);
    }
  }

  /** That Telegram takes a request, and that its text can be written as UTF-8. */
  static void sendable(JsonNode request) {
    if (request.has("guest_query_id")) {
      JsonNode content = request.path("result").path("input_message_content");
      sendable(content.path("message_text").asText(), content.path("entities"));
      return;
    }
    try {
      new SendRules().check(request, 0);
    } catch (SendRules.Refusal e) {
      throw new AssertionError(e.getMessage() + " : " + request, e);
    }
    sendable(request.path("text").asText(), request.path("entities"));
  }

  private static void sendable(String text, JsonNode entities) {
    try {
      SendRules.checkText(text, entities);
    } catch (SendRules.Refusal e) {
      throw new AssertionError(e.getMessage() + " : " + text, e);
    }
    that(text.chars().noneMatch(c -> c == 0), "no text has a NUL");
    that(text.equals(text.replaceAll(CUT_PAIR, "")), "no text has half a character");
    that(entities.size() <= TelegramRenderer.MOST_ENTITIES, "too many entities");
  }
}
