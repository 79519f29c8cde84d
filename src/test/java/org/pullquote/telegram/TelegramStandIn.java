package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A Bot API server that stands in for Telegram, as far as every scene needs it. */
interface TelegramStandIn extends AutoCloseable {

  String url();

  /** The username of the bot, without "@". */
  String botName();

  /**
   * Lets a message arrive at the bot, written now.
   *
   * @return its id
   */
  int message(String chatType, long chat, String text, JsonNode... entities);

  /** Lets a message arrive, whatever is in it. */
  void message(JsonNode content);

  /** Waits until that many messages of the bot were taken; the requests that they came with. */
  List<JsonNode> awaitMessages(int count, Duration atMost) throws InterruptedException;

  /** Updates that the bot has not confirmed. */
  int unconfirmed();

  @Override
  void close();

  /** Waits until every update was confirmed. */
  default void awaitConfirmed(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (unconfirmed() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }

  /** A message of a reader, still without an id; in a group, of one and the same. */
  static ObjectNode written(
      String chatType, long chat, String text, Duration age, JsonNode... entities) {
    ObjectNode message =
        new ObjectMapper()
            .createObjectNode()
            .put("date", System.currentTimeMillis() / 1000 - age.toSeconds())
            .put("text", text);
    message.putObject("chat").put("id", chat).put("type", chatType).put("first_name", "Reader");
    message
        .putObject("from")
        .put("id", chat > 0 ? chat : 7)
        .put("is_bot", false)
        .put("first_name", "Reader");
    if (entities.length > 0) {
      message.putArray("entities").addAll(List.of(entities));
    }
    return message;
  }

  /** JSON from its text. */
  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
