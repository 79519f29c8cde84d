package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;

/**
 * What readers do and see, through the real bot as a process of its own, whichever server stands in
 * for Telegram.
 */
public abstract class BotScenes<T extends TelegramStandIn> {

  static final String TOKEN = "4242:CANARY-not-to-be-seen-anywhere";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  T telegram;
  @Nullable BotProcess bot;

  /** Opens a server that knows the bot by that token. */
  abstract T open(String token) throws Exception;

  @BeforeEach
  void open() throws Exception {
    telegram = open(TOKEN);
  }

  @AfterEach
  void close() {
    if (bot != null) {
      bot.close();
    }
    telegram.close();
  }

  BotProcess start(String token, Map<String, String> settings, String... command)
      throws IOException {
    bot = new BotProcess(folder, token, telegram.url(), settings, command);
    return bot;
  }

  BotProcess start(String token) throws IOException {
    return start(token, Map.of());
  }

  /** The parts of a message's text that have a kind of entity. */
  public static List<String> cut(JsonNode request, String type) {
    String text = request.path("text").asText();
    List<String> cut = new ArrayList<>();
    for (JsonNode entity : request.path("entities")) {
      if (entity.path("type").asText().equals(type)) {
        int offset = entity.path("offset").asInt();
        cut.add(text.substring(offset, offset + entity.path("length").asInt()));
      }
    }
    return cut;
  }

  /** The ids of the messages that were replied to, in that order. */
  static List<Integer> repliedTo(List<JsonNode> messages) {
    return messages.stream()
        .map(message -> message.path("reply_parameters").path("message_id").asInt())
        .toList();
  }

  void assertTokenUnseen() throws IOException {
    assertFalse(bot.said().contains("CANARY"), bot.said());
  }

  @Test
  void answersAReaderWithQuotes() throws Exception {
    start(TOKEN);
    int question = telegram.message("private", 99, "Who met Kim Jong-un, and where?");
    JsonNode reply = telegram.awaitMessages(1, PATIENCE).getFirst();

    assertEquals(99, reply.path("chat_id").asLong());
    assertEquals(question, reply.path("reply_parameters").path("message_id").asInt());
    assertTrue(reply.path("link_preview_options").path("is_disabled").asBoolean());
    assertFalse(reply.has("parse_mode"));
    List<String> quotes = cut(reply, "blockquote");
    assertEquals("Sergei Shoigu meets Kim Jong-un in Pyongyang on Thursday", quotes.getFirst());
    for (String quote : quotes) {
      assertTrue(Fixtures.ARTICLE.passages().stream().anyMatch(p -> p.text().equals(quote)), quote);
    }
    String bold = cut(reply, "bold").getFirst();
    assertTrue(List.of("Sergei Shoigu", "Pyongyang").contains(bold), bold);
    assertTrue(
        reply.path("text").asText().contains("\nphoto caption 1 · photo: REUTERS · The Telegraph"));
    assertTokenUnseen();
  }

  @Test
  void followsAConversationAndRefuses() throws Exception {
    start(TOKEN);
    telegram.message("private", 99, "Who met Kim Jong-un?");
    telegram.message("private", 99, "and where?");
    telegram.message("private", 99, "What is the price of bitcoin?");
    List<JsonNode> said = telegram.awaitMessages(3, PATIENCE);
    assertTrue(cut(said.get(1), "blockquote").getFirst().contains("in Pyongyang"));
    String refusal = said.get(2).path("text").asText();
    assertTrue(refusal.startsWith("The article doesn’t say."), refusal);
  }

  @Test
  void stopsWithinFiveSecondsAndConfirmsWhatItKept() throws Exception {
    BotProcess process = start(TOKEN);
    telegram.message("private", 99, "Who laid a wreath?");
    telegram.awaitMessages(1, PATIENCE);
    long stopped = process.terminate();
    assertTrue(stopped < 5000, () -> "stopped in " + stopped + " ms after SIGTERM");
    assertEquals(0, telegram.unconfirmed());
    assertTokenUnseen();
  }

  @Test
  void survivesUpdatesThatCannotBeRead() throws Exception {
    start(TOKEN);
    telegram.message(TelegramStandIn.json("{\"date\": \"yesterday\"}"));
    telegram.message(TelegramStandIn.json("{\"date\": 99999999999999}"));
    telegram.message(TelegramStandIn.json("{\"chat\": [], \"text\": {\"a\": 1}}"));
    telegram.message("private", 99, "Who laid a wreath?");
    JsonNode reply = telegram.awaitMessages(1, PATIENCE).getFirst();
    assertEquals(
        "Russia’s defence minister laid a wreath on the Liberation Tower",
        cut(reply, "blockquote").getFirst());
    telegram.awaitConfirmed(PATIENCE);
    assertEquals(0, telegram.unconfirmed());
    assertTokenUnseen();
  }

  @Test
  void answersInAGroupOnlyWhenAddressed() throws Exception {
    start(TOKEN);
    String name = "@" + telegram.botName();
    telegram.message("supergroup", -100, "Who laid a wreath?");
    telegram.message("supergroup", -100, "/ask@other_bot Who laid a wreath?");
    int asked = telegram.message("supergroup", -100, "/ask" + name + " Who laid a wreath?");
    int mentioned =
        telegram.message(
            "supergroup",
            -100,
            "🌍 " + name + " who welcomed Shoigu?",
            TelegramStandIn.json(
                "{\"type\": \"mention\", \"offset\": 3, \"length\": %d}".formatted(name.length())));
    assertEquals(List.of(asked, mentioned), repliedTo(telegram.awaitMessages(2, PATIENCE)));
  }

  /** Killed, it answers after the next start what it had not answered. */
  @Test
  void losesNothingWhereItIsKilled() throws Exception {
    BotProcess process = start(TOKEN);
    Set<Integer> asked = new TreeSet<>();
    asked.add(telegram.message("private", 99, "Who laid a wreath?"));
    telegram.awaitMessages(1, PATIENCE);
    for (int chat = 100; chat < 110; chat++) {
      asked.add(telegram.message("private", chat, "Who laid a wreath?"));
    }
    telegram.awaitConfirmed(PATIENCE);
    process.kill();
    start(TOKEN);
    asked.add(telegram.message("private", 110, "Who laid a wreath?"));
    List<JsonNode> said = telegram.awaitMessages(asked.size(), PATIENCE);
    while (!repliedTo(said).containsAll(asked)) {
      // A kill between sending and noting it repeats one.
      int before = said.size();
      said = telegram.awaitMessages(before + 1, PATIENCE);
      assertTrue(said.size() > before, "a question is not answered");
    }
    assertTokenUnseen();
  }
}
