package org.pullquote.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The conversations under way, by whatever tells them apart on a channel. The one longest silent is
 * forgotten when there are too many: its next question stands by itself. May be used by several
 * threads at once; a single conversation may not.
 *
 * @param <K> what tells conversations apart
 */
public final class Conversations<K> {

  private final Supplier<Conversation> beginner;
  private final Map<K, Conversation> underWay;

  /**
   * @param most how many to remember, 1 or more
   * @param beginner begins a new one
   */
  public Conversations(int most, Supplier<Conversation> beginner) {
    this.beginner = beginner;
    this.underWay =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Conversation> eldest) {
            return size() > most;
          }
        };
  }

  /** The conversation under that key, begun if there was none. */
  public synchronized Conversation with(K key) {
    return underWay.computeIfAbsent(key, k -> beginner.get());
  }
}
