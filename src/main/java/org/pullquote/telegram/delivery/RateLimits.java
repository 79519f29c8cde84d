package org.pullquote.telegram.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is sent to what Telegram allows: overall, in a chat, in a group. Threads wait here at
 * token buckets, and for as long as Telegram said after a refusal. Such a refusal does not tell
 * whether it is about one chat or about the bot: the first one holds its chat; a second one from
 * another chat, while that lasts, holds everything.
 */
public final class RateLimits {

  /**
   * What may be sent. In no second, or minute, does more go out than these say.
   *
   * @param perSecond messages in a second, overall, 2 or more
   * @param spacing the time between two messages in one chat
   * @param perGroupMinute messages in a minute in one group, 2 or more
   */
  public record Rates(int perSecond, Duration spacing, int perGroupMinute) {}

  /** What all messages pass, to whichever chat. */
  public interface Overall {

    /**
     * Waits until one more message may be sent.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void await() throws InterruptedException;

    /**
     * Lets nothing through for so long.
     *
     * @throws InterruptedException if the thread is interrupted before that is known to all
     */
    void hold(Duration length) throws InterruptedException;
  }

  /** A chat that was quiet for so long has full buckets again. */
  public static final Duration QUIET = Duration.ofMinutes(2);

  private static final int MOST_CHATS = 100_000;

  /** Messages may come closer to each other on their way. */
  private static final double SLACK = 1.05;

  /** What is waited longer than Telegram says: a clock of whole seconds is behind by up to one. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final TimeMeter clock;
  private final BlockingStrategy sleep;
  private final Overall overall;
  private final Duration spacing;
  private final LoadingCache<Long, Bucket> groups;
  private final Cache<Long, Long> nextInChat;
  private final Map<Long, Long> heldUntil = new ConcurrentHashMap<>();
  private volatile @Nullable Long allHeldUntil;

  /**
   * Of a process that sends alone.
   *
   * @param clock what the buckets and holds measure time by
   * @param sleep how a thread waits
   */
  public RateLimits(Rates rates, TimeMeter clock, BlockingStrategy sleep) {
    this(rates, clock, sleep, null);
  }

  /**
   * Of one of several processes that send for the same bot. A chat is one process's at a time, so
   * what holds in a chat is counted here.
   *
   * @param clock what the buckets and holds measure time by
   * @param sleep how a thread waits
   * @param shared what the messages of all of them pass; null for what this process sends alone
   */
  public RateLimits(
      Rates rates, TimeMeter clock, BlockingStrategy sleep, @Nullable Overall shared) {
    this.clock = clock;
    this.sleep = sleep;
    spacing = withSlack(rates.spacing());
    overall = shared == null ? new Own(rates.perSecond()) : shared;
    groups = cache().build(chat -> bucket(rates.perGroupMinute(), Duration.ofMinutes(1)));
    nextInChat = cache().build();
  }

  /** The limit of a process that sends alone: a hold is its own, too. */
  private final class Own implements Overall {
    private final Bucket bucket;

    Own(int perSecond) {
      bucket = bucket(perSecond, Duration.ofSeconds(1));
    }

    @Override
    public void await() throws InterruptedException {
      bucket.asBlocking().consume(1, sleep);
    }

    @Override
    public void hold(Duration length) {
      // Whoever holds looks at its own clock, too.
    }
  }

  /** A time that is kept to although messages come closer to each other on their way. */
  private static Duration withSlack(Duration length) {
    return Duration.ofNanos((long) (length.toNanos() * SLACK));
  }

  private Caffeine<Object, Object> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_CHATS)
        .ticker(clock::currentTimeNanos)
        .expireAfterAccess(QUIET);
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
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder().capacity(burst).refillGreedy(refilled, withSlack(period)).build())
        .withCustomTimePrecision(clock)
        .build();
  }

  /**
   * Waits until a message may go to a chat. Messages of one chat are sent one at a time.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void await(long chat) throws InterruptedException {
    do {
      awaitTurn(chat);
      if (isGroup(chat)) {
        groups.get(chat).asBlocking().consume(1, sleep);
      }
      overall.await();
      // What was taken while a hold began is worth nothing: with it, all would go when that ends.
    } while (untilTurn(chat) > 0);
    done(chat);
  }

  /**
   * Notes that a call is over. The next one of its chat is counted from here: the server may have
   * had the last one as late as now.
   */
  void done(long chat) {
    nextInChat.put(chat, clock.currentTimeNanos() + spacing.toNanos());
  }

  private void awaitTurn(long chat) throws InterruptedException {
    for (long left = untilTurn(chat); left > 0; left = untilTurn(chat)) {
      sleep.park(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private long untilTurn(long chat) {
    long now = clock.currentTimeNanos();
    long left = Math.max(left(heldUntil.get(chat), now), left(nextInChat.getIfPresent(chat), now));
    return Math.max(left, left(allHeldUntil, now));
  }

  /** The time until then: what is compared is differences, as such a clock may be negative. */
  private static long left(@Nullable Long until, long now) {
    return until == null ? 0 : until - now;
  }

  /**
   * Lets nothing go to a chat for as long as Telegram said, and a little more.
   *
   * @throws InterruptedException if the thread is interrupted before others know that all is held
   */
  void hold(long chat, Duration retryAfter) throws InterruptedException {
    long now = clock.currentTimeNanos();
    Duration length = retryAfter.plus(MARGIN);
    long until = now + length.toNanos();
    heldUntil.values().removeIf(end -> left(end, now) <= 0);
    boolean othersHeld = heldUntil.keySet().stream().anyMatch(other -> other != chat);
    heldUntil.merge(chat, until, (one, other) -> one - other > 0 ? one : other);
    if (othersHeld) {
      allHeldUntil = now + Math.max(left(allHeldUntil, now), until - now);
      overall.hold(length);
    }
  }
}
