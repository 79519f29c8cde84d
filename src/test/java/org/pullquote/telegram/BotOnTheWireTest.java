package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.telegram.LoopbackTelegram.Call;

/**
 * The real bot, as a process of its own, talks to a Bot API server on loopback. Where {@code
 * ../shared} is at hand, each of its requests is checked against the Bot API as data.
 */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class BotOnTheWireTest {

  private static final String TOKEN = "4242:CANARY-not-to-be-seen-anywhere";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path API = Path.of("..", "shared", "telegram", "bot-api-10.2.json");

  @TempDir Path folder;

  private LoopbackTelegram telegram;
  private @Nullable BotProcess bot;

  @BeforeEach
  void open() throws IOException {
    telegram = new LoopbackTelegram(TOKEN, Files.exists(API) ? new BotApi(API) : null);
  }

  @AfterEach
  void stop() {
    if (bot != null) {
      bot.close();
    }
    telegram.close();
  }

  private BotProcess start(String token, Map<String, String> settings, String... command)
      throws IOException {
    bot = new BotProcess(folder, token, telegram.url(), settings, command);
    return bot;
  }

  private BotProcess start(String token) throws IOException {
    return start(token, Map.of());
  }

  private static List<String> cut(JsonNode request, String type) {
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

  @Test
  void answersAReaderWithQuotes() throws Exception {
    BotProcess process = start(TOKEN);
    int question = telegram.message("private", 99, "Who met Kim Jong-un, and where?");
    JsonNode reply = telegram.await("sendMessage", 1, PATIENCE).getFirst().request();

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

    telegram.message("private", 99, "and where?");
    telegram.message("private", 99, "What is the price of bitcoin?");
    List<Call> sent = telegram.await("sendMessage", 3, PATIENCE);
    assertTrue(cut(sent.get(1).request(), "blockquote").getFirst().contains("in Pyongyang"));
    String refusal = sent.get(2).request().path("text").asText();
    assertTrue(refusal.startsWith("The article doesn’t say."), refusal);

    assertNoRefusals();
    long stopped = process.terminate();
    assertTrue(stopped < 5000, () -> "stopped in " + stopped + " ms after SIGTERM");
    assertEquals(0, telegram.unconfirmed());
    assertTokenUnseen();
  }

  @Test
  void survivesUpdatesThatCannotBeRead() throws Exception {
    start(TOKEN);
    telegram.update("message", LoopbackTelegram.json("{\"date\": \"yesterday\"}"));
    telegram.update("message", LoopbackTelegram.json("{\"date\": 99999999999999}"));
    telegram.update("message", LoopbackTelegram.json("[]"));
    telegram.update("no_such_kind", LoopbackTelegram.json("{\"a\": 1}"));
    telegram.message("private", 99, "Who laid a wreath?");
    JsonNode reply = telegram.await("sendMessage", 1, PATIENCE).getFirst().request();
    assertEquals(
        "Russia’s defence minister laid a wreath on the Liberation Tower",
        cut(reply, "blockquote").getFirst());
    telegram.await("getUpdates", telegram.calls("getUpdates").size() + 1, PATIENCE);
    assertEquals(0, telegram.unconfirmed());
    assertTokenUnseen();
  }

  @Test
  void answersInAGroupOnlyWhenAddressed() throws Exception {
    start(TOKEN);
    telegram.message("supergroup", -100, "Who laid a wreath?");
    telegram.message("supergroup", -100, "/ask@other_bot Who laid a wreath?");
    int asked = telegram.message("supergroup", -100, "/ask@pullquote_bot Who laid a wreath?");
    String mention = "🌍 @pullquote_bot who welcomed Shoigu?";
    int mentioned =
        telegram.message(
            "supergroup",
            -100,
            mention,
            LoopbackTelegram.json("{\"type\": \"mention\", \"offset\": 3, \"length\": 14}"));
    List<Call> sent = telegram.await("sendMessage", 2, PATIENCE);
    assertEquals(
        List.of(asked, mentioned),
        sent.stream()
            .map(call -> call.request().path("reply_parameters").path("message_id").asInt())
            .toList());
    assertNoRefusals();
  }

  @Test
  void saysWhatToDoWhereTheTokenIsNotKnown() throws Exception {
    BotProcess process = start("1:wrong-CANARY-token");
    assertEquals(2, process.awaitEnd(PATIENCE.toSeconds()));
    assertTrue(process.said().contains("check TELEGRAM_BOT_TOKEN"), process.said());
    assertTokenUnseen();
  }

  @Test
  void saysWhatToDoWhereAnotherPolls() throws Exception {
    BotProcess process = start(TOKEN);
    telegram.await("getUpdates", 1, PATIENCE);
    telegram.fail("getUpdates", new Fault.Refuse(409, "Conflict: terminated by other", null));
    assertEquals(2, process.awaitEnd(PATIENCE.toSeconds()));
    assertTrue(process.said().contains("another program polls"), process.said());
    assertTokenUnseen();
  }

  /** Whatever fails, neither the token nor what was asked nor who asked gets into the log. */
  @Test
  void logsNoTokenNoTextAndNoIds() throws Exception {
    telegram.fail("getMe", Fault.badGateway());
    telegram.fail("getUpdates", new Fault.CutAfter(), new Fault.Status(200, "<html>CANARY</html>"));
    telegram.fail(
        "sendMessage",
        new Fault.CutAfter(),
        new Fault.Status(200, "{CANARY"),
        new Fault.Refuse(400, "Bad Request: odd", null),
        Fault.tooMany(1));
    start(TOKEN);
    telegram.message("private", 987_654_321, "Who laid a wreath, by CANARY-text?");
    telegram.update("message", LoopbackTelegram.json("{\"text\": [\"CANARY-poison\"]}"));
    telegram.message("private", 987_654_321, "/CANARY_command");
    telegram.awaitMessages(3, PATIENCE);
    telegram.block(987_654_321);
    telegram.message("private", 987_654_321, "CANARY again");
    telegram.await("sendMessage", 5, PATIENCE);
    bot.terminate();
    assertTokenUnseen();
    assertFalse(bot.said().contains("987654321"), bot.said());
    assertFalse(bot.said().contains("wreath"), bot.said());
    assertTrue(bot.said().contains("REFUSAL in ") || bot.said().contains("QUOTES in "));
  }

  @Test
  void setsAndDeletesAWebhook() throws Exception {
    Map<String, String> settings = Map.of("TELEGRAM_WEBHOOK_URL", "https://example.org/pullquote");
    assertEquals(0, start(TOKEN, settings, "webhook", "set").awaitEnd(PATIENCE.toSeconds()));
    JsonNode set = telegram.calls("setWebhook").getFirst().request();
    assertEquals("https://example.org/pullquote", set.path("url").asText());
    assertEquals("message", set.path("allowed_updates").path(0).asText());
    assertTrue(set.path("secret_token").asText().matches("[A-Za-z0-9_-]{32,256}"));
    assertEquals(0, start(TOKEN, Map.of(), "webhook", "info").awaitEnd(PATIENCE.toSeconds()));
    assertEquals(0, start(TOKEN, Map.of(), "webhook", "delete").awaitEnd(PATIENCE.toSeconds()));
    assertEquals(1, telegram.calls("deleteWebhook").size());
    assertTokenUnseen();
  }

  private void assertNoRefusals() {
    assertEquals(
        List.of(),
        telegram.calls(call -> !call.response().path("ok").asBoolean()),
        "each request is one that the Bot API knows");
  }

  private void assertTokenUnseen() throws IOException {
    assertFalse(bot.said().contains("CANARY"), bot.said());
  }
}
