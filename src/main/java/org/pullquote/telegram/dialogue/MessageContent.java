package org.pullquote.telegram.dialogue;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a message without words holds: something that a reader sent, or a note of Telegram's own.
 */
final class MessageContent {

  private static final List<Predicate<Message>> SENT =
      List.of(
          Message::hasPhoto,
          Message::hasSticker,
          Message::hasVoice,
          Message::hasVideo,
          Message::hasVideoNote,
          Message::hasAudio,
          Message::hasDocument,
          Message::hasAnimation,
          Message::hasLocation,
          Message::hasContact,
          Message::hasPoll,
          Message::hasDice,
          Message::hasGame,
          Message::hasStory,
          Message::hasChecklist,
          Message::hasPaidMedia,
          Message::hasLivePhoto,
          Message::hasInvoice,
          message -> Objects.nonNull(message.getVenue()),
          message -> Objects.nonNull(message.getGiveaway()),
          message -> Objects.nonNull(message.getRichMessage()));

  private MessageContent() {}

  /** Whether a reader sent it, and will wait for a word about it. */
  static boolean isSent(Message message) {
    return SENT.stream().anyMatch(kind -> kind.test(message));
  }
}
