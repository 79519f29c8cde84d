package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.telegram.ReaderMessages;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

class StoredRequestTest {

  private static ObjectNode stored(String question) throws JsonProcessingException {
    SendMessage reply = new SendMessage("9", "t");
    StoredRequest request =
        StoredRequest.of(reply, Locale.KOREAN)
            .besides(ReaderMessages.message("supergroup", question));
    return StoredRequest.read(request.stored()).parameters();
  }

  /** The second one was found by fuzzing: its question was never answered. */
  @ParameterizedTest
  @ValueSource(longs = {77, 5_000_000_000L})
  void goesToTheTopicOfDirectMessagesThatItCameFrom(long topic) throws JsonProcessingException {
    ObjectNode request =
        stored("\"text\": \"who?\", \"direct_messages_topic\": {\"topic_id\": " + topic + "}");
    assertEquals(topic, request.path("direct_messages_topic_id").asLong());
    assertEquals("t", request.path("text").asText());
  }

  @Test
  void keepsTheMethodTheLanguageAndThePicture() {
    StoredRequest kept =
        StoredRequest.read(
            StoredRequest.of(new SendMessage("9", "t"), Locale.KOREAN)
                .showing(new byte[] {1, -1}, "c", false, null)
                .stored());
    assertEquals("sendPhoto", kept.getMethod());
    assertEquals(Locale.KOREAN, kept.locale());
    assertArrayEquals(new byte[] {1, -1}, kept.png());
    assertEquals("{\"caption\":\"c\",\"chat_id\":\"9\"}", sorted(kept.parameters()));
  }

  @Test
  void hasItsOwnButtonsUnderThePicture() {
    StoredRequest file =
        StoredRequest.of(new SendMessage("9", "t"), Locale.ENGLISH)
            .showing(
                new byte[1],
                "c",
                true,
                new InlineKeyboardMarkup(
                    List.of(new InlineKeyboardRow(new InlineKeyboardButton("Dark")))));
    assertEquals("sendDocument", file.getMethod());
    assertEquals(
        "Dark",
        file.parameters().at("/reply_markup/inline_keyboard/0/0/text").asText(),
        file::stored);
    assertFalse(file.plain().parameters().has("reply_markup"));
  }

  @Test
  void hasTheSameTextUnderAPhotoAndWithoutItWhereItIsRefused() {
    SendMessage words = new SendMessage("9", "who");
    words.setEntities(List.of(new MessageEntity("bold", 0, 3)));
    StoredRequest plain = StoredRequest.of(words, Locale.ENGLISH);
    StoredRequest photo =
        StoredRequest.read(plain.showingPhoto("https://example.org/a.jpg").stored());
    assertEquals("sendPhoto", photo.getMethod());
    assertFalse(photo.hasPicture(), "no bytes travel with it");
    assertEquals("https://example.org/a.jpg", photo.parameters().path("photo").asText());
    assertEquals("who", photo.parameters().path("caption").asText());
    assertEquals(plain.parameters().path("entities"), photo.parameters().path("caption_entities"));
    assertFalse(photo.isPlain());
    assertEquals("sendmessage", photo.plain().getMethod().toLowerCase(Locale.ROOT));
    assertEquals(sorted(plain.parameters()), sorted(photo.plain().parameters()));
  }

  @Test
  void saysInWordsWhatAPictureThatIsRefusedShows() {
    StoredRequest picture =
        StoredRequest.read(
            StoredRequest.of(new SendMessage("9", "t"), Locale.KOREAN)
                .showing(new byte[1], "c", false, null)
                .stored());
    assertFalse(picture.isPlain());
    StoredRequest words = picture.plain();
    assertEquals("sendMessage", words.getMethod());
    assertEquals("t", words.parameters().path("text").asText());
    assertEquals(Locale.KOREAN, words.locale());
    assertFalse(words.hasPicture());
    assertTrue(words.isPlain());
  }

  private static String sorted(ObjectNode parameters) {
    ObjectNode sorted = Fixtures.JSON.createObjectNode();
    parameters.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> sorted.set(each.getKey(), each.getValue()));
    return sorted.toString();
  }

  /** As version 1 of the store kept them. */
  @Test
  void readsWhatAnEarlierVersionKept() {
    StoredRequest kept = StoredRequest.read("{\"chat_id\":\"9\",\"text\":\"t\"}");
    assertEquals("sendMessage", kept.getMethod());
    assertEquals("t", kept.parameters().path("text").asText());
  }

  @Test
  void namesNoTopicWhereThereIsNone() throws JsonProcessingException {
    assertFalse(stored("\"text\": \"who?\"").has("direct_messages_topic_id"));
  }
}
