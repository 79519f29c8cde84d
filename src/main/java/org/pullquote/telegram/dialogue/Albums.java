package org.pullquote.telegram.dialogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells what belongs together: an album comes as a message for each of its pictures, and gets one
 * reply. Safe for use by several threads.
 */
final class Albums {

  /** Its messages come within seconds of each other. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  private static final int MOST = 10_000;

  private record Key(long chat, String album) {}

  /** The album's message that is replied to where none has a caption. */
  private final Cache<Key, Integer> first = cache();

  private final Cache<Key, Boolean> captioned = cache();

  private static <V> Cache<Key, V> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TOGETHER).build();
  }

  /** Notes that a message is answered for what it says. */
  void note(Message message) {
    if (message.getMediaGroupId() != null) {
      captioned.put(key(message), true);
    }
  }

  /** Whether a message without words is the first of its album, or in none. */
  boolean isFirst(Message message) {
    return message.getMediaGroupId() == null
        || message.getMessageId().equals(first.get(key(message), album -> message.getMessageId()));
  }

  /** Whether what a message belongs to is answered for what another one of it says. */
  boolean hasWords(Message message) {
    return message.getMediaGroupId() != null && captioned.getIfPresent(key(message)) != null;
  }

  private static Key key(Message message) {
    return new Key(message.getChatId(), message.getMediaGroupId());
  }
}
