package org.pullquote.telegram.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Calls that are of use now or never: that a press was seen, results while somebody types,
 * "typing". Each is made once; where it fails, the reader presses or types again.
 */
public final class FleetingCalls {

  private static final Logger log = LoggerFactory.getLogger(FleetingCalls.class);

  private final TelegramClient client;
  private final BotMetrics metrics;

  /** Calls by a client, counting what is refused. */
  public FleetingCalls(TelegramClient client, BotMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /**
   * Makes a call; whether Telegram carried it out.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean make(BotApiMethod<?> call) throws InterruptedException {
    try {
      client.execute(call);
      return true;
    } catch (TelegramApiException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      ApiFailure failure = ApiFailure.of(e);
      if (failure instanceof ApiFailure.TooMany) {
        metrics.tooManyRequests();
      }
      log.info("{} came to nothing ({})", call.getMethod(), failure.description());
      return false;
    }
  }
}
