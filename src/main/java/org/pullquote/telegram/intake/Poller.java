package org.pullquote.telegram.intake;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.ApiFailure;
import org.pullquote.telegram.delivery.BackOff;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Asks Telegram for updates, again and again, and recovers from whatever fails in between. An
 * update is confirmed by the request that follows the one it came with, so only once it was taken
 * in.
 *
 * <p>The library's own poller ends unnoticed at an exception of its consumer, waits up to a quarter
 * of an hour after failures, and drops what is numbered lower than what came before.
 */
public final class Poller {

  private static final Logger log = LoggerFactory.getLogger(Poller.class);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** What is waited longer than Telegram says. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final TelegramClient client;
  private final Sink sink;
  private final int timeoutSeconds;
  private final LongSupplier nanoTime;
  private final BotMetrics metrics;
  private final Delivery.Pause pause;
  private final BackOff backOff =
      new BackOff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault());

  /** The id after that of the last update taken in; 0 once Telegram knows that it was. */
  private long next;

  /** The most updates to ask for: one, to find the one that cannot be read. */
  private int limit = PollRequest.MOST_UPDATES;

  private volatile boolean closed;
  private volatile long lastSuccess;

  /** Takes updates in. */
  public interface Sink {
    /**
     * Takes a batch in; when it returns, or is interrupted, all of it is kept.
     *
     * @return how many of the updates were new
     */
    int accept(List<RawUpdate> batch) throws InterruptedException;
  }

  /**
   * @param timeout how long the server may hold a request while there is nothing to tell
   * @param nanoTime as {@link System#nanoTime()}: a clock that is set back would make all look well
   */
  public Poller(
      TelegramClient client,
      Sink sink,
      Duration timeout,
      LongSupplier nanoTime,
      BotMetrics metrics,
      Delivery.Pause pause) {
    this.client = client;
    this.sink = sink;
    this.timeoutSeconds = (int) timeout.toSeconds();
    this.nanoTime = nanoTime;
    this.metrics = metrics;
    this.pause = pause;
    this.lastSuccess = nanoTime.getAsLong();
  }

  /**
   * Polls until {@link #close()}.
   *
   * @throws BotEndedException if Telegram refuses the token, or another poller or a webhook takes
   *     the updates
   * @throws InterruptedException if the thread is interrupted
   */
  public void run() throws BotEndedException, InterruptedException {
    while (!closed) {
      try {
        poll();
      } catch (PollRequest.UnreadableException e) {
        isolate(e.first());
      } catch (TelegramApiException e) {
        recover(e);
      } catch (StoreException e) {
        retry(String.valueOf(e.getMessage()));
      } catch (RuntimeException | Error e) {
        // Whatever it is, polling must go on.
        log.error("a poll failed: {}", e.getClass().getName(), e);
        retry(e.getClass().getSimpleName());
      }
    }
  }

  private void poll() throws TelegramApiException, InterruptedException {
    List<RawUpdate> batch = client.execute(new PollRequest(next, limit, timeoutSeconds));
    if (batch.isEmpty()) {
      // The offset has arrived. Ids may begin anew, lower: from here on the server knows better.
      next = 0;
    } else {
      take(batch);
    }
    // Not before: a bot that can keep nothing is not well.
    lastSuccess = nanoTime.getAsLong();
    limit = PollRequest.MOST_UPDATES;
    backOff.reset();
  }

  private void take(List<RawUpdate> batch) throws InterruptedException {
    long before = next;
    long after = 1 + batch.stream().mapToLong(RawUpdate::id).max().orElse(0);
    int taken = 0;
    try {
      taken = sink.accept(batch);
    } catch (InterruptedException e) {
      // Interrupted where it waited for a place: all of it is kept.
      next = after;
      throw e;
    }
    next = after;
    if (taken == 0 && after <= before) {
      // The server repeats what was confirmed: it is not asked at full speed.
      pause.take(FIRST_WAIT);
    }
  }

  /** Takes in, as unreadable, what makes a whole answer unreadable, once it is alone in it. */
  private void isolate(RawUpdate first) throws InterruptedException {
    if (limit > 1) {
      limit = 1;
      return;
    }
    try {
      sink.accept(List.of(first));
      next = first.id() + 1;
      lastSuccess = nanoTime.getAsLong();
    } catch (StoreException e) {
      retry(String.valueOf(e.getMessage()));
    }
  }

  private void recover(TelegramApiException e) throws BotEndedException, InterruptedException {
    if (e.getCause() instanceof InterruptedException) {
      throw new InterruptedException();
    }
    if (closed) {
      return;
    }
    switch (ApiFailure.of(e)) {
      case ApiFailure.Unauthorized refused -> throw BotEndedException.tokenRefused(refused);
      case ApiFailure.Conflict conflict -> throw BotEndedException.conflict(conflict);
      case ApiFailure.TooMany tooMany -> {
        metrics.tooManyRequests();
        log.warn("polling is held for {} ({})", tooMany.retryAfter(), tooMany.description());
        pause.take(tooMany.retryAfter().plus(MARGIN));
      }
      case ApiFailure other -> retry(other.description());
    }
  }

  private void retry(String description) throws InterruptedException {
    Duration wait = backOff.next();
    log.warn("a poll failed, trying again in {} ms ({})", wait.toMillis(), description);
    pause.take(wait);
  }

  /** How long ago a poll succeeded last and what it brought was kept. */
  public Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - lastSuccess);
  }

  /**
   * Tells Telegram what was taken in last, so that it does not come again. To be called when {@link
   * #run()} has ended.
   *
   * @param client one that does not wait long
   */
  public void confirm(TelegramClient client) {
    if (next == 0) {
      return;
    }
    try {
      client.execute(new PollRequest(next, 1, 0));
    } catch (TelegramApiException e) {
      log.warn(
          "the last updates were not confirmed ({}): they come again and will be recognised",
          ApiFailure.of(e).description());
    }
  }

  /** Lets {@link #run()} end after the request under way. */
  public void close() {
    closed = true;
  }
}
