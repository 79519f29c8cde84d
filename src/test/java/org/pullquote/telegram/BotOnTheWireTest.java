package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The scenes, and what only a server that fails on purpose can show. Where {@code ../shared} is at
 * hand, each request of the bot is checked against the Bot API as data.
 */
class BotOnTheWireTest extends BotScenes<LoopbackTelegram> {

  private static final Path API = Path.of("..", "shared", "telegram", "bot-api-10.2.json");

  @Override
  LoopbackTelegram open(String token) throws IOException {
    return new LoopbackTelegram(token, Files.exists(API) ? new BotApi(API) : null);
  }

  @AfterEach
  void sentNothingThatTheBotApiDoesNotKnow() {
    assertEquals(
        List.of(),
        telegram.calls(call -> call.response().path("description").asText().startsWith("Bad ")));
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
        new Fault.Refuse(400, "Odd", null),
        Fault.tooMany(1));
    start(TOKEN);
    telegram.message("private", 987_654_321, "Who laid a wreath, by CANARY-text?");
    telegram.update("message", TelegramStandIn.json("{\"text\": [\"CANARY-poison\"]}"));
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

  @Test
  void answersWhatTheWebhookBrings() throws Exception {
    int port = freePort();
    int monitoring = freePort();
    Map<String, String> settings =
        Map.of(
            "TELEGRAM_WEBHOOK_URL",
            "https://example.org/pullquote",
            "TELEGRAM_WEBHOOK_PORT",
            String.valueOf(port),
            "MONITORING_PORT",
            String.valueOf(monitoring));
    assertEquals(0, start(TOKEN, settings, "webhook", "set").awaitEnd(PATIENCE.toSeconds()));
    telegram.proxyWebhook(URI.create("http://127.0.0.1:" + port + "/pullquote"));
    List<Integer> asked = new ArrayList<>();
    asked.add(telegram.message("private", 99, "Who laid a wreath?"));

    BotProcess process = start(TOKEN, settings);
    telegram.awaitMessages(1, PATIENCE);
    assertEquals(200, status("http://127.0.0.1:" + monitoring + "/health"));
    asked.add(telegram.message("private", 99, "Who laid a wreath?"));
    telegram.awaitMessages(2, PATIENCE);
    long stopped = process.terminate();
    assertTrue(stopped < 5000, () -> "stopped in " + stopped + " ms after SIGTERM");

    asked.add(telegram.message("private", 99, "Who laid a wreath?"));
    start(TOKEN, settings);
    assertEquals(asked, repliedTo(telegram.awaitMessages(3, PATIENCE)));
    telegram.awaitConfirmed(PATIENCE);
    assertEquals(0, telegram.unconfirmed());
    assertEquals(List.of(), telegram.calls("getUpdates"));
    assertTokenUnseen();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int status(String url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
