package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;

/** What the bot says of what it keeps is so on the disk. */
class ErasureTest extends LiveBot {

  private static final List<String> SECRETS = List.of("ZEBRAQUESTION", "SECRETNAME");

  /** The secrets that stand in any file of the bot's. */
  private List<String> found() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return SECRETS.stream().filter(secret -> all.indexOf(secret) >= 0).toList();
    }
  }

  private JsonNode ask(String text) throws InterruptedException {
    ObjectNode message = TelegramStandIn.written("private", 9, text, Duration.ZERO);
    message.withObject("/from").put("first_name", "SECRETNAME").put("username", "SECRETNAME");
    message.withObject("/chat").put("first_name", "SECRETNAME");
    int before = telegram.calls("sendMessage").size();
    telegram.say(message);
    telegram.await("sendMessage", before + 1, PATIENCE);
    awaitConfirmed();
    return telegram.chats().newest(9, each -> true).orElseThrow();
  }

  private void press(JsonNode answer, String label) throws Exception {
    for (JsonNode row : answer.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("text").asText().equals(label)) {
          ObjectNode query = Fixtures.JSON.createObjectNode();
          query.put("id", "press").put("chat_instance", "c");
          query.set("data", button.path("callback_data"));
          query.set("message", answer);
          query.putObject("from").put("id", 9).put("is_bot", false).put("first_name", "SECRETNAME");
          telegram.query("callback_query", "press", query);
        }
      }
    }
    telegram.await("answerCallbackQuery", 1, PATIENCE);
    awaitConfirmed();
  }

  @Test
  void leavesNoWordAndNoNameInTheFiles() throws Exception {
    telegram.update("message", TelegramStandIn.json("{\"text\": \"SECRETNAME cannot be read\"}"));
    start();
    press(ask("Who opened the ZEBRAQUESTION bridge?"), "👎");
    assertEquals(List.of("ZEBRAQUESTION"), found(), "the words, for the feedback; no name");
    ask("/forget");
    assertEquals(List.of(), found(), "while the bot runs");
    bot.close();
    assertEquals(List.of(), found());
    assertTrue(Files.exists(folder.resolve("telegram-4242.sqlite")));
  }
}
