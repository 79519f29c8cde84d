package org.pullquote.library;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.pullquote.search.LibraryIndexException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of a library up to date while a program runs. It looks again and again: a watch
 * service of the operating system misses what changes on network drives, what changes faster than
 * it reports, and what changed before the program ran, so that a look would be needed all the same.
 */
public final class LibraryWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LibraryWatch.class);

  /** A look may take one part in so many of the time. */
  private static final int SHARE = 20;

  /** However long a look takes, the next one is no further away. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Library library;
  private final Duration pause;
  private final InstantSource clock;
  private final Thread thread;
  private @Nullable String lastFault;

  /**
   * Begins to watch.
   *
   * @param pause between two looks, at the least
   */
  public LibraryWatch(Library library, Duration pause, InstantSource clock) {
    this.library = library;
    this.pause = pause;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("library").daemon().start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long before = clock.millis();
        int changed = look();
        Thread.sleep(pauseAfter(changed, Duration.ofMillis(clock.millis() - before)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * How long to wait after a look.
   *
   * @param changed how many files it put into the index or took out of it: that takes its time, and
   *     says nothing about how long a look takes
   * @param took all of it; negative where the clock was set back
   */
  Duration pauseAfter(int changed, Duration took) {
    Duration share = took.multipliedBy(SHARE);
    if (changed > 0 || share.isNegative()) {
      return pause;
    }
    return pause.plus(share.compareTo(LONGEST_PAUSE) < 0 ? share : LONGEST_PAUSE);
  }

  /** Looks once, and returns how many files have changed. */
  private int look() {
    try {
      int changed =
          library.update(
              new UpdateListener() {
                @Override
                public void fault(String line) {
                  log.warn("{}", line);
                }
              });
      lastFault = null;
      if (changed > 0) {
        log.info("the library has changed: {} articles to answer from", library.size());
      }
      return changed;
    } catch (LibraryIndexException.Locked e) {
      // Whoever changes it brings it up to date.
      log.debug("{}", e.getMessage());
    } catch (LibraryException | LibraryIndexException e) {
      sayOnce(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // The next look may go better, and a bot without new articles is better than none.
      sayOnce("the library could not be looked through: " + e);
    }
    return 0;
  }

  private void sayOnce(String fault) {
    if (!fault.equals(lastFault)) {
      log.warn("{}", fault);
      lastFault = fault;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
