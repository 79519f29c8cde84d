package org.pullquote.telegram;

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
    try {
      new SendRules().check(request, 0);
    } catch (SendRules.Refusal e) {
      throw new AssertionError(e.getMessage() + " : " + request, e);
    }
    String text = request.path("text").asText();
    that(text.chars().noneMatch(c -> c == 0), "no text has a NUL");
    that(text.equals(text.replaceAll(CUT_PAIR, "")), "no text has half a character");
    that(request.path("entities").size() <= TelegramRenderer.MOST_ENTITIES, "too many entities");
  }
}
