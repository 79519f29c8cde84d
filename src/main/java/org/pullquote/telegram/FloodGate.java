package org.pullquote.telegram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Keeps one reader from taking the time of the others: who asks faster than the limit is told so
 * once, and not read again before a minute has passed without a message of theirs.
 */
final class FloodGate {

  /** What to do with a message. */
  enum Verdict {
    /** Answer it. */
    PASS,
    /** Say that it is one too many. */
    NOTICE,
    /** Do nothing. */
    SILENCE
  }

  /** Who writes, and where. */
  record Writer(long chat, long user) {}

  /** How long a writer has to pause to be read again. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int MOST_WRITERS = 100_000;

  private final LoadingCache<Writer, Account> accounts;

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
  FloodGate(int perMinute, TimeMeter clock) {
    Bandwidth limit =
        Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, PAUSE).build();
    accounts =
        Caffeine.newBuilder()
            .maximumSize(MOST_WRITERS)
            .ticker(clock::currentTimeNanos)
            .expireAfterAccess(PAUSE)
            .build(writer ->
                new Account(
                    Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build()));
  }

  /** What to do with a message that has just come. */
  Verdict next(Writer writer) {
    return accounts.get(writer).next();
  }
}
