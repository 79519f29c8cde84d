package org.pullquote.telegram.delivery;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.pullquote.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until the store takes something: what was sent and not noted would be sent again. */
public final class Persistence {

  private static final Logger log = LoggerFactory.getLogger(Persistence.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private Persistence() {}

  /**
   * What the work returns, as soon as it does.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static <T> T untilKept(Supplier<T> work) throws InterruptedException {
    BackOff backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault());
    while (true) {
      try {
        return work.get();
      } catch (StoreException e) {
        Duration wait = backOff.next();
        log.error("{}; trying again in {} ms", e.getMessage(), wait.toMillis());
        Thread.sleep(wait);
      }
    }
  }
}
