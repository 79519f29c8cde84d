package org.pullquote.telegram.dialogue;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.PointedAt;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What of an earlier message a reader points at by replying to it. */
final class QuotedWords {

  private QuotedWords() {}

  /** What a reply points at; null where the message is none, or to one that has no words. */
  static @Nullable PointedAt of(Message message) {
    Message target = message.getReplyToMessage();
    String chosen = message.getQuote() == null ? null : message.getQuote().getText();
    if (target == null || !target.hasText()) {
      return chosen == null ? null : PointedAt.words(chosen);
    }
    int at = message.getQuote() == null ? 0 : message.getQuote().getPosition();
    return new PointedAt(chosen, quotes(target, at), target.getText());
  }

  /** The one at a place, or before it, first; the others as they stand. */
  private static List<String> quotes(Message target, int at) {
    List<MessageEntity> quotes =
        target.getEntities() == null
            ? List.of()
            : target.getEntities().stream()
                .filter(entity -> entity.getType().endsWith("blockquote"))
                .toList();
    int nearest =
        quotes.stream()
            .mapToInt(MessageEntity::getOffset)
            .filter(start -> start <= at)
            .max()
            .orElse(-1);
    return quotes.stream()
        .sorted(Comparator.comparing(entity -> entity.getOffset() != nearest))
        .map(entity -> cut(target.getText(), entity))
        .toList();
  }

  private static String cut(String text, MessageEntity entity) {
    int start = Math.clamp(entity.getOffset(), 0, text.length());
    int end = Math.clamp((long) start + entity.getLength(), start, text.length());
    return text.substring(start, end);
  }
}
