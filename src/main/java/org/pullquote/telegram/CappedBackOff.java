package org.pullquote.telegram;

import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** Waits twice as long after each failure, half a minute at most: the library's waits for ever. */
final class CappedBackOff implements BackOff {

  private static final long FIRST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 30_000;

  private long next = FIRST_MILLIS;

  @Override
  public synchronized void reset() {
    next = FIRST_MILLIS;
  }

  @Override
  public synchronized long nextBackOffMillis() {
    long now = next;
    next = Math.min(2 * next, LONGEST_MILLIS);
    return now;
  }
}
