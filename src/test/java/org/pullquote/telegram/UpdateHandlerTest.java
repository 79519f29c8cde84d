package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
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
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

class UpdateHandlerTest {

  private final TelegramClient client = mock();

  private UpdateHandler handler(Answerer answerer) {
    return new UpdateHandler(
        client,
        new Addressing(4242, "pullquote_bot", Conversation.COMMANDS),
        new Conversations<>(10, () -> new Conversation(answerer, Fixtures.MESSAGES)),
        Fixtures.MESSAGES);
  }

  private static Update update(String chatType, String more) throws JsonProcessingException {
    Update update = new Update();
    update.setUpdateId(1);
    update.setMessage(AddressingTest.message(chatType, more));
    return update;
  }

  private SendMessage sent() throws TelegramApiException {
    ArgumentCaptor<SendMessage> captor = ArgumentCaptor.captor();
    verify(client).execute(captor.capture());
    return captor.getValue();
  }

  @Test
  void repliesToTheQuestionWithQuotes() throws Exception {
    handler(Fixtures.answerer(Fixtures.ARTICLE))
        .handle(update("private", "\"text\": \"Who laid a wreath?\""));
    SendMessage sent = sent();
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
    handler(Fixtures.answerer(Fixtures.ARTICLE))
        .handle(
            update(
                "supergroup",
                "\"text\": \"/ask Who laid a wreath?\", \"is_topic_message\": true,"
                    + " \"message_thread_id\": 77"));
    assertEquals(77, sent().getMessageThreadId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"voice\": {\"file_id\": \"x\", \"file_unique_id\": \"y\", \"duration\": 3}",
        "\"photo\": [{\"file_id\": \"x\", \"file_unique_id\": \"y\", \"width\": 1, \"height\": 1}]"
      })
  void saysThatItCanOnlyReadText(String content) throws Exception {
    handler(Fixtures.answerer(Fixtures.ARTICLE)).handle(update("private", content));
    assertEquals(Fixtures.MESSAGES.get("not.text"), sent().getText());
  }

  @Test
  void isSilentWhereNobodySpokeToIt() throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    handler.handle(new Update());
    handler.handle(update("group", "\"text\": \"Who laid a wreath?\""));
    handler.handle(update("private", "\"pinned_message\": null"));
    verifyNoInteractions(client);
  }

  @Test
  void tellsTheReaderWhenItFails() throws Exception {
    PassageSearch broken = mock();
    when(broken.match(any())).thenThrow(new IllegalStateException("disk on fire"));
    handler(
            new Answerer(
                Fixtures.ARTICLE,
                WhoIsWho.of(Fixtures.ARTICLE, List.of()),
                broken,
                AnswerModel.standard(),
                AnswerPolicy.DEFAULT))
        .handle(update("private", "\"text\": \"Who laid a wreath?\""));
    assertEquals(Fixtures.MESSAGES.get("failed"), sent().getText());
  }

  @Test
  void passesOnThatAReplyCouldNotBeSent() throws Exception {
    when(client.execute(any(SendMessage.class))).thenThrow(new TelegramApiException("blocked"));
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    Update update = update("private", "\"text\": \"hello\"");
    assertThrows(TelegramApiException.class, () -> handler.handle(update));
  }

  @Test
  void keepsReadersOfAGroupApart() throws Exception {
    UpdateHandler handler = handler(Fixtures.answerer(Fixtures.ARTICLE));
    handler.handle(update("group", "\"text\": \"/ask Who laid a wreath?\""));
    Update other = update("group", "\"text\": \"/ask and where?\"");
    other.getMessage().getFrom().setId(8L);
    handler.handle(other);
    ArgumentCaptor<SendMessage> captor = ArgumentCaptor.captor();
    verify(client, org.mockito.Mockito.times(2)).execute(captor.capture());
    List<SendMessage> sent = captor.getAllValues();
    assertEquals(Fixtures.MESSAGES.get("no.question"), sent.getLast().getText());
  }
}
