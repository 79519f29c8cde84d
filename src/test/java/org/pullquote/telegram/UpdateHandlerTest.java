package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.PassageSearch;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class UpdateHandlerTest {

  private static UpdateHandler handler(Answerer answerer) {
    return new UpdateHandler(
        new Addressing(4242, "pullquote_bot", Conversation.COMMANDS),
        new Conversations<>(10, () -> new Conversation(answerer, Fixtures.MESSAGES)),
        Fixtures.MESSAGES);
  }

  private static SendMessage reply(UpdateHandler handler, String chatType, String more)
      throws JsonProcessingException {
    return handler.answer(AddressingTest.message(chatType, more)).reply();
  }

  @Test
  void repliesToTheQuestionWithQuotes() throws Exception {
    SendMessage sent =
        reply(
            handler(Fixtures.answerer(Fixtures.ARTICLE)),
            "private",
            "\"text\": \"Who laid a wreath?\"");
    assertEquals("9", sent.getChatId());
    assertEquals(5, sent.getReplyParameters().getMessageId());
    assertTrue(sent.getReplyParameters().getAllowSendingWithoutReply());
    assertTrue(sent.getLinkPreviewOptions().getIsDisabled());
    assertNull(sent.getParseMode());
    assertNull(sent.getMessageThreadId());
    MessageEntity quote = sent.getEntities().getFirst();
    assertEquals("blockquote", quote.getType());
    assertEquals(
        Fixtures.ARTICLE.passage("c3").orElseThrow().text(),
        sent.getText().substring(quote.getOffset(), quote.getOffset() + quote.getLength()));
  }

  @Test
  void staysInTheTopicOfTheQuestion() throws Exception {
    SendMessage sent =
        reply(
            handler(Fixtures.answerer(Fixtures.ARTICLE)),
            "supergroup",
            "\"text\": \"/ask Who laid a wreath?\", \"is_topic_message\": true,"
                + " \"message_thread_id\": 77");
    assertEquals(77, sent.getMessageThreadId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"voice\": {\"file_id\": \"x\", \"file_unique_id\": \"y\", \"duration\": 3}",
        "\"photo\": [{\"file_id\": \"x\", \"file_unique_id\": \"y\", \"width\": 1, \"height\": 1}]"
      })
  void saysThatItCanOnlyReadText(String content) throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    assertTrue(handler.isForBot(AddressingTest.message("private", content)));
    assertFalse(handler.isForBot(AddressingTest.message("group", content)));
    assertEquals(Fixtures.MESSAGES.get("not.text"), reply(handler, "private", content).getText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group | \"text\": \"Who laid a wreath?\"",
        "private | \"pinned_message\": null",
      })
  void isSilentWhereNobodySpokeToIt(String chatType, String content) throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    assertFalse(handler.isForBot(AddressingTest.message(chatType, content)));
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
        reply(handler(answerer), "private", "\"text\": \"Who laid a wreath?\"").getText());
  }

  @Test
  void keepsReadersOfAGroupApart() throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    reply(handler, "group", "\"text\": \"/ask Who laid a wreath?\"");
    Message other = AddressingTest.message("group", "\"text\": \"/ask and where?\"");
    other.getFrom().setId(8L);
    assertEquals(Fixtures.MESSAGES.get("no.question"), handler.answer(other).reply().getText());
  }
}
