package org.pullquote.telegram;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so, or when something waits. */
public final class ManualTime implements TimeMeter, BlockingStrategy {

  /** As {@link System#nanoTime()} may. */
  private final AtomicLong now = new AtomicLong(-Duration.ofDays(1).toNanos());

  public void pass(Duration length) {
    now.addAndGet(length.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return now.get();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }

  @Override
  public void park(long nanosToPark) {
    now.addAndGet(nanosToPark);
  }
}
