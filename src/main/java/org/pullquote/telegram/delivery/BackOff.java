package org.pullquote.telegram.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failure in a row: twice as long each time up to a limit, and up to
 * half of it more or less by chance, so that many who failed together do not come back together.
 */
public final class BackOff {

  private static final double SPREAD = 0.5;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator chance;
  private Duration next;

  /**
   * @param first the first wait, before chance
   * @param longest the longest wait, chance included
   */
  public BackOff(Duration first, Duration longest, RandomGenerator chance) {
    this.first = first;
    this.longest = longest;
    this.chance = chance;
    this.next = first;
  }

  /** Begins anew, after a success. */
  public void reset() {
    next = first;
  }

  /** The wait after a further failure. */
  public Duration next() {
    double factor = 1 - SPREAD + 2 * SPREAD * chance.nextDouble();
    Duration now = Duration.ofNanos((long) (next.toNanos() * factor));
    next = shorter(next.multipliedBy(2), longest);
    return shorter(now, longest);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
