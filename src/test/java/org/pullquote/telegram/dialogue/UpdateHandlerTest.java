package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Command;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Guide;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.PassageSearch;
import org.pullquote.store.Arrival.Wording;
import org.pullquote.store.ChoiceStore;
import org.pullquote.telegram.BotScenes;
import org.pullquote.telegram.ReaderMessages;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.delivery.TextHash;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class UpdateHandlerTest {

  private static UpdateHandler handler(Answerer answerer) {
    Articles articles = new Articles(new Guide(answerer));
    ChoiceStore choices = mock();
    when(choices.chosen(anyLong())).thenReturn(Optional.empty());
    return new UpdateHandler(
        new Addressing(4242, "pullquote_bot", Command.words()),
        new LocalConversations(
            new Conversations<>(
                10,
                Duration.ofHours(1),
                Ticker.systemTicker(),
                () -> new Conversation(articles, Locale.ENGLISH))),
        new Keyboards(true),
        new InlineAnswers(articles, choices),
        choices,
        new Editors(Set.of(), null, new SentFiles(mock(), mock())),
        new MapPicture(),
        new TextHash(new byte[1]),
        () -> "id");
  }

  private static JsonNode reply(UpdateHandler handler, String chatType, String more)
      throws JsonProcessingException {
    return reply(handler, ReaderMessages.message(chatType, more));
  }

  private static JsonNode reply(UpdateHandler handler, Message message) {
    return handler.answer(new Written(message, null)).reply().parameters();
  }

  private static String text(JsonNode request) {
    return request.path("text").asText();
  }

  private static boolean isForBot(UpdateHandler handler, String chatType, String more)
      throws JsonProcessingException {
    return handler.isForBot(new Written(ReaderMessages.message(chatType, more), null));
  }

  @Test
  void repliesToTheQuestionWithQuotes() throws Exception {
    JsonNode sent =
        reply(
            handler(Fixtures.answerer(Fixtures.ARTICLE)),
            "private",
            "\"text\": \"Who laid a wreath?\"");
    assertEquals("9", sent.path("chat_id").asText());
    assertEquals(5, sent.path("reply_parameters").path("message_id").asInt());
    assertTrue(sent.path("reply_parameters").path("allow_sending_without_reply").asBoolean());
    assertTrue(sent.path("link_preview_options").path("is_disabled").asBoolean());
    assertFalse(sent.has("parse_mode"));
    assertFalse(sent.has("message_thread_id"));
    assertEquals("blockquote", sent.path("entities").path(0).path("type").asText());
    assertEquals(
        Fixtures.ARTICLE.passage("c3").orElseThrow().text(),
        BotScenes.cut(sent, "blockquote").getFirst());
  }

  @Test
  void staysInTheTopicOfTheQuestion() throws Exception {
    JsonNode sent =
        reply(
            handler(Fixtures.answerer(Fixtures.ARTICLE)),
            "supergroup",
            "\"text\": \"/ask Who laid a wreath?\", \"is_topic_message\": true,"
                + " \"message_thread_id\": 77");
    assertEquals(77, sent.path("message_thread_id").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"voice\": {\"file_id\": \"x\", \"file_unique_id\": \"y\", \"duration\": 3}",
        "\"photo\": [{\"file_id\": \"x\", \"file_unique_id\": \"y\", \"width\": 1, \"height\": 1}]",
        "\"dice\": {\"emoji\": \"🎲\", \"value\": 3}",
        "\"story\": {\"id\": 1, \"chat\": {\"id\": 9, \"type\": \"private\"}}",
        "\"checklist\": {\"title\": \"t\", \"tasks\": []}",
        "\"game\": {\"title\": \"t\", \"description\": \"d\", \"photo\": []}",
        "\"venue\": {\"title\": \"t\", \"address\": \"a\","
            + " \"location\": {\"latitude\": 1, \"longitude\": 2}}",
        "\"paid_media\": {\"star_count\": 1, \"paid_media\": []}",
      })
  void saysThatItCanOnlyReadText(String content) throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    assertTrue(isForBot(handler, "private", content));
    assertFalse(isForBot(handler, "group", content));
    assertEquals(Fixtures.MESSAGES.get("not.text"), text(reply(handler, "private", content)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group | \"text\": \"Who laid a wreath?\"",
        "private | \"pinned_message\": null",
        "private | \"edit_date\": 2, \"location\": {\"latitude\": 1, \"longitude\": 2}",
      })
  void isSilentWhereNobodySpokeToIt(String chatType, String content) throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    assertFalse(isForBot(handler, chatType, content));
  }

  private static Written photo(int id, String more) throws JsonProcessingException {
    Message message =
        ReaderMessages.message(
            "private",
            "\"photo\": [{\"file_id\": \"x\", \"file_unique_id\": \"y\", \"width\": 1,"
                + " \"height\": 1}], \"media_group_id\": \"album\""
                + more);
    message.setMessageId(id);
    return new Written(message, null);
  }

  /** An album comes as a message for each of its pictures, and gets one reply. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "0, 1"})
  void answersAnAlbumOnce(int captioned, int answered) throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    List<Written> taken = new ArrayList<>();
    for (int id = 1; id <= 3; id++) {
      Written each = photo(id, id == captioned ? ", \"caption\": \"Who laid a wreath?\"" : "");
      if (handler.isForBot(each)) {
        taken.add(each);
      }
    }
    assertEquals(
        List.of(answered),
        taken.stream()
            .filter(each -> !handler.isAnsweredElsewhere(each))
            .map(each -> each.message().getMessageId())
            .toList());
    assertTrue(handler.isForBot(taken.getFirst()), "also where it comes again");
  }

  @Test
  void tellsWhetherAMessageWasChanged() throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    Written before = new Written(ReaderMessages.message("private", "\"text\": \"who?\""), null);
    Written same =
        new Written(
            ReaderMessages.message("private", "\"text\": \"who?\", \"edit_date\": 2"), null);
    Written other = new Written(ReaderMessages.message("private", "\"text\": \"Who?\""), null);
    assertEquals(
        new Wording(7, handler.wording(before).fingerprint(), true), handler.wording(same));
    assertNotEquals(handler.wording(before), handler.wording(other));
    assertNull(handler.wording(photo(1, "")));
  }

  /** Under words, a button that changes colours would do nothing. */
  @Test
  void hasNoButtonForTheColoursOfAMapInWords() throws Exception {
    UpdateHandler.Answered answered =
        handler(Fixtures.answerer(Fixtures.ARTICLE))
            .answer(new Written(ReaderMessages.message("private", "\"text\": \"/map\""), null));
    JsonNode sent = answered.reply().parameters();
    if (sent.has("caption")) {
      assertTrue(sent.has("reply_markup"));
      sent = Fixtures.JSON.readTree(answered.reply().stored()).path("in_words");
    }
    assertFalse(text(sent).isBlank());
    assertFalse(sent.has("reply_markup"));
  }

  @Test
  void tellsTheReaderWhenItFails() throws Exception {
    PassageSearch broken = mock();
    when(broken.match(any())).thenThrow(new IllegalStateException("disk on fire"));
    Answerer answerer =
        new Answerer(
            Fixtures.ARTICLE,
            WhoIsWho.of(Fixtures.ARTICLE, List.of()),
            broken,
            AnswerModel.standard(),
            AnswerPolicy.DEFAULT);
    assertEquals(
        Fixtures.MESSAGES.get("failed"),
        text(reply(handler(answerer), "private", "\"text\": \"Who laid a wreath?\"")));
  }

  /** What says that it forgot has to: also where the bot is a guest. */
  @ParameterizedTest
  @CsvSource({"private, /forget, ", "group, /forget, ", "group, @pullquote_bot /forget, query"})
  void wantsForgottenWhatItSaysItForgot(String chatType, String text, String guest)
      throws Exception {
    String mention =
        text.startsWith("@")
            ? ", \"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 14}]"
            : "";
    Message message = ReaderMessages.message(chatType, "\"text\": \"" + text + "\"" + mention);
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    UpdateHandler.Answered answered = handler.answer(new Written(message, guest));
    assertTrue(answered.forgets());
    assertTrue(
        answered.reply().parameters().toString().contains(Fixtures.MESSAGES.get("forgotten")));
  }

  @Test
  void keepsReadersOfAGroupApart() throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    reply(handler, "group", "\"text\": \"/ask Who laid a wreath?\"");
    Message other = ReaderMessages.message("group", "\"text\": \"/ask and where?\"");
    other.getFrom().setId(8L);
    assertEquals(Fixtures.MESSAGES.get("no.question"), text(reply(handler, other)));
  }
}
