package org.pullquote.telegram;

import java.util.List;
import java.util.Optional;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Messages;
import org.pullquote.chat.Reply;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.Turn;
import org.pullquote.telegram.BotMetrics.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Answers one message: asks the conversation it belongs to, and dresses the reply. */
final class UpdateHandler {

  private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);

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
          writer(message));
    }
  }

  /** A message answered. */
  record Answered(SendMessage reply, Said said) {}

  UpdateHandler(
      Addressing addressing, Conversations<ConversationKey> conversations, Messages messages) {
    this.addressing = addressing;
    this.conversations = conversations;
    this.messages = messages;
  }

  /** Who wrote a message: a user, or the chat in whose name it was written; 0 for nobody. */
  static long writer(Message message) {
    if (message.getSenderChat() != null) {
      return message.getSenderChat().getId();
    }
    return message.getFrom() == null ? 0 : message.getFrom().getId();
  }

  /** Whether a message is to be answered. */
  boolean isForBot(Message message) {
    return addressing.addressed(message).isPresent()
        || (message.isUserMessage() && hasContent(message));
  }

  /** Answers a message that is for the bot. Messages of one chat are answered one at a time. */
  Answered answer(Message message) {
    Optional<String> addressed = addressing.addressed(message);
    return addressed.isPresent()
        ? answer(message, addressed.get())
        : new Answered(notice(message, "not.text"), Said.NOT_TEXT);
  }

  /** A failure to answer is told to the reader, who would else wait for nothing. */
  private Answered answer(Message message, String text) {
    try {
      Turn turn = conversations.with(ConversationKey.of(message)).say(text);
      ReplyText reply = ReplyText.layOut(turn.reply(), TelegramRenderer.TEXT_LIMIT);
      SendMessage send = message(message, reply);
      reply.requireVerbatim(send.getText());
      return new Answered(send, Said.of(turn.outcome()));
    } catch (RuntimeException | StackOverflowError e) {
      log.error("a question could not be answered", e);
      return new Answered(notice(message, "failed"), Said.FAILURE);
    }
  }

  /** A reply with one of the bot's own phrases. */
  SendMessage notice(Message message, String key) {
    Reply reply = new Reply(List.of(new Say(messages.get(key))));
    return message(message, ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT));
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
    return send.build();
  }
}
