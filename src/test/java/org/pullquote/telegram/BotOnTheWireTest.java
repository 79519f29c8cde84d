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
import java.util.concurrent.TimeUnit;
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
  private @Nullable Process bot;

  @BeforeEach
  void open() throws IOException {
    telegram = new LoopbackTelegram(TOKEN, Files.exists(API) ? new BotApi(API) : null);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (bot != null) {
      bot.destroyForcibly().waitFor();
    }
    telegram.close();
  }

  private Process start(String token) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-Dpullquote.home=" + Path.of("").toAbsolutePath()));
    command.addAll(List.of("-cp", classPath(), "org.pullquote.app.Main"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PULLQUOTE_"));
    builder.environment().put("TELEGRAM_BOT_TOKEN", token);
    builder.environment().put("PULLQUOTE_TELEGRAM_API_URL", telegram.url());
    builder.environment().put("PULLQUOTE_TELEGRAM_POLL_SECONDS", "2");
    builder.environment().put("PULLQUOTE_STATE_DIR", folder.resolve("state").toString());
    builder.environment().put("PULLQUOTE_MONITORING_PORT", "0");
    builder.environment().put("PULLQUOTE_LOG_LEVEL", "debug");
    builder.redirectErrorStream(true).redirectOutput(log().toFile());
    bot = builder.start();
    return bot;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Path log() {
    return folder.resolve("bot.log");
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
    Process process = start(TOKEN);
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
    assertEquals("Sergei Shoigu", cut(reply, "bold").getFirst());
    assertTrue(
        reply.path("text").asText().contains("\nphoto caption 1 · photo: REUTERS · The Telegraph"));

    telegram.message("private", 99, "and where?");
    telegram.message("private", 99, "What is the price of bitcoin?");
    List<Call> sent = telegram.await("sendMessage", 3, PATIENCE);
    assertTrue(cut(sent.get(1).request(), "blockquote").getFirst().contains("in Pyongyang"));
    assertEquals("The article doesn’t say.", sent.get(2).request().path("text").asText());

    assertNoRefusals();
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.SECONDS), "stops within 5 s of SIGTERM");
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
    Process process = start("1:wrong-CANARY-token");
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertEquals(2, process.exitValue());
    String said = Files.readString(log());
    assertTrue(said.contains("check TELEGRAM_BOT_TOKEN"), said);
    assertFalse(said.contains("CANARY"), said);
  }

  private void assertNoRefusals() {
    assertEquals(
        List.of(),
        telegram.calls(call -> !call.response().path("ok").asBoolean()),
        "each request is one that the Bot API knows");
  }

  private void assertTokenUnseen() throws IOException {
    String said = Files.readString(log());
    assertFalse(said.contains("CANARY"), said);
  }
}
