package org.pullquote.telegram;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Hands updates on, one at a time, in order. Nothing that goes wrong with one leaves it: an
 * exception out of {@link #consume} would end the library's polling for good, unnoticed. As the
 * library confirms a batch only after {@code consume} has returned, an update is confirmed only
 * after it was handled.
 */
final class SurvivingConsumer implements LongPollingUpdateConsumer {

  private static final Logger log = LoggerFactory.getLogger(SurvivingConsumer.class);

  /** What is done with an update. */
  interface Handler {
    void handle(Update update) throws TelegramApiException;
  }

  private static final long LONGEST_CLOSE_SECONDS = 4;

  private final Handler handler;
  private final ReentrantLock handling = new ReentrantLock();
  private volatile boolean closed;

  SurvivingConsumer(Handler handler) {
    this.handler = handler;
  }

  /**
   * Handles updates.
   *
   * @throws RejectedExecutionException after {@link #close()}: that ends the polling, and leaves
   *     what was not handled unconfirmed
   */
  @Override
  public void consume(List<Update> updates) {
    for (Update update : updates) {
      handling.lock();
      try {
        if (closed) {
          throw new RejectedExecutionException("the bot is stopping");
        }
        handle(update);
      } finally {
        handling.unlock();
      }
    }
  }

  private void handle(Update update) {
    try {
      handler.handle(update);
    } catch (TelegramApiException e) {
      log.error("a reply could not be sent", e);
    } catch (Throwable e) {
      // Whatever it is, polling must go on.
      log.error("an update could not be handled", e);
    }
  }

  /** Takes no further update, and waits a few seconds for the one being handled. */
  @Override
  public void close() {
    closed = true;
    try {
      if (handling.tryLock(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
        handling.unlock();
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.warn("stopping before an answer was finished");
  }
}
