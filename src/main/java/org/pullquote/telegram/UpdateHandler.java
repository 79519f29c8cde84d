package org.pullquote.telegram;

import java.util.List;
import java.util.Optional;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Messages;
import org.pullquote.chat.Reply;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.ReplyText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Answers one update: reads it, asks the conversation it belongs to, sends the reply. */
final class UpdateHandler {

  private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);

  private final TelegramClient client;
  private final Addressing addressing;
  private final Conversations<ConversationKey> conversations;
  private final Messages messages;

  /**
   * Whose conversation it is. In a group each reader has one of their own, in each topic.
   *
   * @param thread the topic, 0 outside of topics
   */
  record ConversationKey(long chat, int thread, long user) {

    static ConversationKey of(Message message) {
      return new ConversationKey(
          message.getChatId(),
          message.isTopicMessage() ? message.getMessageThreadId() : 0,
          message.getSenderChat() != null
              ? message.getSenderChat().getId()
              : message.getFrom() == null ? 0 : message.getFrom().getId());
    }
  }

  UpdateHandler(
      TelegramClient client,
      Addressing addressing,
      Conversations<ConversationKey> conversations,
      Messages messages) {
    this.client = client;
    this.addressing = addressing;
    this.conversations = conversations;
    this.messages = messages;
  }

  /**
   * Answers an update, if it is a message for the bot.
   *
   * @throws TelegramApiException if the reply cannot be sent
   */
  void handle(Update update) throws TelegramApiException {
    Message message = update.getMessage();
    if (message == null) {
      return;
    }
    Optional<String> addressed = addressing.addressed(message);
    if (addressed.isPresent()) {
      send(message, reply(message, addressed.get()));
    } else if (message.isUserMessage() && hasContent(message)) {
      send(message, phrase("not.text"));
    }
  }

  /** A failure to answer is told to the reader, who would else wait for nothing. */
  private ReplyText reply(Message message, String text) {
    try {
      return layOut(conversations.with(ConversationKey.of(message)).say(text).reply());
    } catch (RuntimeException e) {
      log.error("a question could not be answered", e);
      return phrase("failed");
    }
  }

  private ReplyText phrase(String key) {
    return layOut(new Reply(List.of(new Say(messages.get(key)))));
  }

  private static ReplyText layOut(Reply reply) {
    return ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT);
  }

  private static boolean hasContent(Message message) {
    return message.hasPhoto()
        || message.hasSticker()
        || message.hasVoice()
        || message.hasVideo()
        || message.hasVideoNote()
        || message.hasAudio()
        || message.hasDocument()
        || message.hasAnimation()
        || message.hasLocation()
        || message.hasContact()
        || message.hasPoll();
  }

  private void send(Message question, ReplyText text) throws TelegramApiException {
    SendMessage send = message(question, text);
    text.requireVerbatim(send.getText());
    client.execute(send);
  }

  private static SendMessage message(Message question, ReplyText text) {
    SendMessage.SendMessageBuilder<?, ?> send =
        SendMessage.builder()
            .chatId(question.getChatId())
            .text(text.text())
            .entities(TelegramRenderer.entities(text))
            .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
            .replyParameters(
                ReplyParameters.builder()
                    .messageId(question.getMessageId())
                    .allowSendingWithoutReply(true)
                    .build());
    if (question.isTopicMessage()) {
      send.messageThreadId(question.getMessageThreadId());
    }
    if (question.getDirectMessagesTopic() != null) {
      // The library reads a long and sends an int.
      send.directMessagesTopicId(Math.toIntExact(question.getDirectMessagesTopic().getTopicId()));
    }
    return send.build();
  }
}
