package org.pullquote.telegram.dialogue;

import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Whose conversation it is. In a group each reader has one of their own, in each topic.
 *
 * @param thread the topic, 0 outside of topics
 */
public record ConversationKey(long chat, int thread, long user) {

  static ConversationKey of(Message message) {
    return new ConversationKey(
        message.getChatId(),
        message.isTopicMessage() ? message.getMessageThreadId() : 0,
        IncomingUpdate.writer(message));
  }
}
