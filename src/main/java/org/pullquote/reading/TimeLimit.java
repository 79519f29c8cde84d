package org.pullquote.reading;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.pullquote.text.ReadResult;

/** Reads in a thread of its own, which is interrupted where it takes too long. */
final class TimeLimit {

  private TimeLimit() {}

  /**
   * What a reader reads.
   *
   * @throws UnreadableException if it takes longer than {@code most}; what it does not notice that
   *     it is interrupted by goes on in a thread that keeps no program from ending
   */
  static ReadResult call(Duration most, Supplier<ReadResult> reader) throws UnreadableException {
    FutureTask<ReadResult> reading = new FutureTask<>(reader::get);
    Thread.ofPlatform().daemon().name("reader").start(reading);
    try {
      return reading.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
      throw new UnreadableException(
          "takes longer to read than any article (" + most.toSeconds() + " s); save its text");
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreadableException("was interrupted");
    } catch (ExecutionException e) {
      throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }
}
