package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;

/** What a reader is not told twice, and what is always told. */
class MannersTest extends LiveBot {

  /** More than anybody may press in a minute, but for a machine. */
  private static final int PRESSES = 70;

  private static ObjectNode written(String text) {
    return TelegramStandIn.written("private", 9, text, Duration.ZERO);
  }

  /** Telegram tells of an edit also where only a preview came to stand below the text. */
  @Test
  void answersAnEditedMessageOnlyWhereItsTextIsAnother() throws Exception {
    start();
    ObjectNode message = written("Who opened the bridge?");
    telegram.say(message);
    telegram.awaitMessages(1, PATIENCE);
    message.set("edit_date", message.path("date"));
    telegram.update("edited_message", message.deepCopy());
    message.put("text", "Who opened it on Monday?");
    telegram.update("edited_message", message);
    awaitConfirmed();
    telegram.message("private", 9, "/help");
    telegram.awaitMessages(3, PATIENCE);
    awaitConfirmed();
    bot.close();
    assertEquals(3, telegram.messages().size(), "the question, its change, and the command");
  }

  /** Which of three pictures has the caption, 0 for none. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "0, 1"})
  void answersAnAlbumOnce(int captioned, int answered) throws Exception {
    for (int i = 1; i <= 3; i++) {
      ObjectNode photo = written("").put("media_group_id", "album");
      photo.remove("text");
      photo
          .putArray("photo")
          .addObject()
          .put("file_id", "p")
          .put("file_unique_id", "p")
          .put("width", 1)
          .put("height", 1);
      if (i == captioned) {
        photo.put("caption", "Who opened the bridge?");
      }
      telegram.say(photo);
    }
    telegram.message("private", 9, "/help");
    start();
    telegram.awaitMessages(2, PATIENCE);
    awaitConfirmed();
    bot.close();
    assertEquals(List.of(answered, 4), List.copyOf(answers().keySet()));
  }

  /** A button spins until its press is answered, also where there were too many of them. */
  @Test
  void answersEveryPressAndTheQuestionAfterThem() throws Exception {
    start();
    telegram.message("private", 9, "Who opened the bridge?");
    telegram.await("sendMessage", 1, PATIENCE);
    JsonNode answer = telegram.chats().newest(9, each -> true).orElseThrow();
    for (int i = 0; i < PRESSES; i++) {
      ObjectNode query = Fixtures.JSON.createObjectNode();
      query.put("id", "press-" + i).put("chat_instance", "c").put("data", "unknown:a");
      query.set("message", answer);
      query.putObject("from").put("id", 9).put("is_bot", false).put("first_name", "R");
      telegram.query("callback_query", "press-" + i, query);
    }
    telegram.await("answerCallbackQuery", PRESSES, PATIENCE);
    assertTrue(
        IntStream.range(0, PRESSES).allMatch(i -> telegram.isAnswered("press-" + i)),
        "every press");
    int question = telegram.message("private", 9, "Who opened the bridge?");
    telegram.awaitMessages(2, PATIENCE);
    assertTrue(answers().containsKey(question), "who turned pages may still ask");
  }
}
