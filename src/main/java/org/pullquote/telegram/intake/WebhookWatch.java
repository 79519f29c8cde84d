package org.pullquote.telegram.intake;

import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pullquote.telegram.delivery.ApiFailure;
import org.pullquote.telegram.delivery.BotEndedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Asks Telegram now and then whether it still brings updates here, and where it is to, has it do
 * so. Without that, a bot whose token was revoked, or whose webhook was never set, would wait for
 * ever and look well.
 */
public final class WebhookWatch {

  private static final Logger log = LoggerFactory.getLogger(WebhookWatch.class);

  /** How often to ask. */
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private static final Duration STALE_AFTER = PERIOD.multipliedBy(3);

  private final TelegramClient client;
  private final URI url;
  private final @Nullable WebhookSecret secret;
  private final LongSupplier nanoTime;
  private volatile long lastRight;
  private long lastCheck;

  /**
   * @param url where updates should be brought
   * @param secret what they are to be brought with, if this is to see to it; null to say that they
   *     are not brought
   * @param nanoTime as {@link System#nanoTime()}
   */
  public WebhookWatch(
      TelegramClient client, URI url, @Nullable WebhookSecret secret, LongSupplier nanoTime) {
    this.client = client;
    this.url = url;
    this.secret = secret;
    this.nanoTime = nanoTime;
    this.lastRight = nanoTime.getAsLong() - STALE_AFTER.toNanos();
    this.lastCheck = nanoTime.getAsLong() - PERIOD.toNanos();
  }

  /**
   * Asks if it was not asked for a minute.
   *
   * @throws BotEndedException if Telegram no longer knows the token
   * @throws InterruptedException if the thread is interrupted
   */
  public void checkIfDue() throws BotEndedException, InterruptedException {
    if (nanoTime.getAsLong() - lastCheck >= PERIOD.toNanos()) {
      lastCheck = nanoTime.getAsLong();
      check();
    }
  }

  /**
   * Asks once.
   *
   * @throws BotEndedException if Telegram no longer knows the token
   * @throws InterruptedException if the thread is interrupted
   */
  public void check() throws BotEndedException, InterruptedException {
    try {
      String set = client.execute(new GetWebhookInfo()).getUrl();
      if (url.toString().equals(set)) {
        lastRight = nanoTime.getAsLong();
      } else if (secret != null) {
        client.execute(WebhookAdmin.request(url, secret));
        lastRight = nanoTime.getAsLong();
        log.info("Telegram brings updates to {} from now on", url);
      } else {
        lastRight = nanoTime.getAsLong() - STALE_AFTER.toNanos();
        log.warn(
            "Telegram brings updates {}: run \"pullquote webhook set\"",
            set == null || set.isEmpty() ? "nowhere" : "elsewhere");
      }
    } catch (TelegramApiException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      if (ApiFailure.of(e) instanceof ApiFailure.Unauthorized refused) {
        throw BotEndedException.tokenRefused(refused);
      }
      log.warn("Telegram does not tell about the webhook ({})", ApiFailure.of(e).description());
    }
  }

  /** Whether Telegram said lately that it brings updates here. */
  public boolean isWell() {
    return nanoTime.getAsLong() - lastRight < STALE_AFTER.toNanos();
  }
}
