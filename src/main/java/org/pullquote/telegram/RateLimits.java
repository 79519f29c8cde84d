package org.pullquote.telegram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what is sent to what Telegram allows: overall, in a chat, in a group. Threads wait here in
 * virtue of token buckets, and for as long as Telegram said after a refusal. Such a refusal does
 * not tell whether it is about one chat or about the bot: the first one holds its chat; a second
 * one from another chat, while that lasts, holds everything.
 */
final class RateLimits {

  /**
   * What may be sent. In no second, or minute, does more go out than these say.
   *
   * @param perSecond messages in a second, overall, 2 or more
   * @param perChatSecond messages in a second in one chat, 1 or more
   * @param perGroupMinute messages in a minute in one group, 2 or more
   */
  record Rates(int perSecond, int perChatSecond, int perGroupMinute) {}

  /** A chat that was quiet for so long has full buckets again. */
  private static final Duration QUIET = Duration.ofMinutes(2);

  private static final int MOST_CHATS = 100_000;

  /** Two messages a second apart may come closer on their way. */
  private static final double SLACK = 1.05;

  /** What is waited longer than Telegram says: a clock of whole seconds is behind by up to one. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final TimeMeter clock;
  private final BlockingStrategy sleep;
  private final Bucket overall;
  private final LoadingCache<Long, List<Bucket>> chats;
  private final Map<Long, Long> heldUntil = new ConcurrentHashMap<>();
  private volatile long allHeldUntil;

  RateLimits(Rates rates, TimeMeter clock, BlockingStrategy sleep) {
    this.clock = clock;
    this.sleep = sleep;
    overall = bucket(rates.perSecond(), Duration.ofSeconds(1));
    chats =
        Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .ticker(clock::currentTimeNanos)
            .expireAfterAccess(QUIET)
            .build(chat -> buckets(chat, rates));
  }

  private List<Bucket> buckets(long chat, Rates rates) {
    List<Bucket> buckets = new ArrayList<>();
    buckets.add(bucket(rates.perChatSecond(), Duration.ofSeconds(1)));
    if (isGroup(chat)) {
      buckets.add(bucket(rates.perGroupMinute(), Duration.ofMinutes(1)));
    }
    return buckets;
  }

  /** Groups, supergroups and channels have negative ids. */
  private static boolean isGroup(long chat) {
    return chat < 0;
  }

  /**
   * A bucket that lets at most that many through in any period: a part of them at once, and the
   * rest as it fills up.
   */
  private Bucket bucket(int most, Duration period) {
    int burst = Math.max(1, most / 6);
    long refilled = Math.max(1, most - burst);
    Duration refill = Duration.ofNanos((long) (period.toNanos() * SLACK));
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(burst).refillGreedy(refilled, refill).build())
        .withCustomTimePrecision(clock)
        .build();
  }

  /**
   * Waits until a message may go to a chat.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void await(long chat) throws InterruptedException {
    awaitHolds(chat);
    for (Bucket bucket : chats.get(chat)) {
      bucket.asBlocking().consume(1, sleep);
    }
    overall.asBlocking().consume(1, sleep);
    // One may have begun in the meantime.
    awaitHolds(chat);
  }

  private void awaitHolds(long chat) throws InterruptedException {
    long now = clock.currentTimeNanos();
    long until = Math.max(allHeldUntil, heldUntil.getOrDefault(chat, 0L));
    while (until > now) {
      sleep.park(until - now);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      now = clock.currentTimeNanos();
      until = Math.max(allHeldUntil, heldUntil.getOrDefault(chat, 0L));
    }
  }

  /** Lets nothing go to a chat for as long as Telegram said, and a little more. */
  void hold(long chat, Duration retryAfter) {
    long now = clock.currentTimeNanos();
    long until = now + retryAfter.plus(MARGIN).toNanos();
    heldUntil.values().removeIf(end -> end <= now);
    boolean othersHeld = heldUntil.keySet().stream().anyMatch(other -> other != chat);
    heldUntil.merge(chat, until, Math::max);
    if (othersHeld) {
      allHeldUntil = Math.max(allHeldUntil, until);
    }
  }
}
