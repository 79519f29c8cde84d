package org.pullquote.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The conversations under way, by whatever tells them apart on a channel. One that was silent for
 * long is forgotten, and where there are too many, the longest silent: its next question stands by
 * itself. May be used by several threads at once; a single conversation may not.
 *
 * @param <K> what tells conversations apart
 */
public final class Conversations<K> {

  private final Supplier<Conversation> beginner;
  private final Cache<K, Conversation> underWay;

  /**
   * @param most how many to remember, 1 or more
   * @param silence after how long to forget one
   * @param ticker tells the time
   * @param beginner begins a new one
   */
  public Conversations(int most, Duration silence, Ticker ticker, Supplier<Conversation> beginner) {
    this.beginner = beginner;
    this.underWay =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(silence)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** The conversation under that key, begun if there was none. */
  public Conversation with(K key) {
    return underWay.get(key, k -> beginner.get());
  }

  /** Forgets those conversations. */
  public void forget(Predicate<K> which) {
    underWay.asMap().keySet().removeIf(which);
  }
}
