package org.pullquote.telegram.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What of an earlier message a reader points at by replying to it. */
final class QuotedWords {

  private QuotedWords() {}

  /**
   * The words that the reader chose of the message replied to; else the first quote in it; else all
   * of it. Null where the message is no reply.
   */
  static @Nullable String of(Message message) {
    if (message.getQuote() != null) {
      return message.getQuote().getText();
    }
    Message target = message.getReplyToMessage();
    if (target == null || !target.hasText()) {
      return null;
    }
    List<MessageEntity> entities =
        target.getEntities() == null ? List.<MessageEntity>of() : target.getEntities();
    return entities.stream()
        .filter(entity -> entity.getType().endsWith("blockquote"))
        .findFirst()
        .map(entity -> cut(target.getText(), entity))
        .orElse(target.getText());
  }

  private static String cut(String text, MessageEntity entity) {
    int start = Math.clamp(entity.getOffset(), 0, text.length());
    int end = Math.clamp((long) start + entity.getLength(), start, text.length());
    return text.substring(start, end);
  }
}
