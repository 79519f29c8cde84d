package org.pullquote.telegram.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Keeps one reader from taking the time of the others: who asks faster than the limit is told so
 * once, and not read again before a minute has passed without a message of theirs. It is the same
 * allowance in all chats: else who is in many groups could fill the queue from all of them.
 */
public final class FloodGate {

  /** What to do with a message. */
  enum Verdict {
    /** Answer it. */
    PASS,
    /** Say that it is one too many. */
    NOTICE,
    /** Do nothing. */
    SILENCE
  }

  /** How long a writer has to pause to be read again. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** Who turns pages presses more often than anybody asks. */
  private static final int PRESSES_FOR_A_QUESTION = 6;

  private static final int LEAST_PRESSES = 60;

  private static final int MOST_WRITERS = 100_000;

  private final LoadingCache<Long, Account> accounts;

  /** Pages are turned on an account of their own: they use up no questions. */
  private final LoadingCache<Long, Account> pressing;

  /** The chats that were told that too much waits in them. */
  private final Cache<Long, Boolean> crowded;

  private static final class Account {
    private final Bucket allowance;
    private boolean silenced;

    Account(Bucket allowance) {
      this.allowance = allowance;
    }

    synchronized Verdict next() {
      if (silenced) {
        return Verdict.SILENCE;
      }
      if (allowance.tryConsume(1)) {
        return Verdict.PASS;
      }
      silenced = true;
      return Verdict.NOTICE;
    }
  }

  /**
   * @param perMinute how many messages of one writer are answered in a minute, 1 or more
   */
  public FloodGate(int perMinute, TimeMeter clock) {
    accounts = accounts(perMinute, clock);
    pressing = accounts(Math.max(LEAST_PRESSES, perMinute * PRESSES_FOR_A_QUESTION), clock);
    crowded = cache(clock).build();
  }

  private static LoadingCache<Long, Account> accounts(int perMinute, TimeMeter clock) {
    Bandwidth limit =
        Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, PAUSE).build();
    return cache(clock)
        .build(writer ->
            new Account(Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build()));
  }

  private static Caffeine<Object, Object> cache(TimeMeter clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_WRITERS)
        .ticker(clock::currentTimeNanos)
        .expireAfterAccess(PAUSE);
  }

  /**
   * What to do with a message that has just come.
   *
   * @param writer who wrote it
   */
  Verdict next(long writer) {
    return accounts.get(writer).next();
  }

  /**
   * What to do with a press that has just come.
   *
   * @param presser who pressed
   */
  Verdict nextPress(long presser) {
    return pressing.get(presser).next();
  }

  /** What to do with a message in a chat where too much waits already, whoever wrote it. */
  Verdict nextInCrowd(long chat) {
    return crowded.asMap().putIfAbsent(chat, true) == null ? Verdict.NOTICE : Verdict.SILENCE;
  }
}
