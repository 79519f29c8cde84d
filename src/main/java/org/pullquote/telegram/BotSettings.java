package org.pullquote.telegram;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.RateLimits;

/**
 * How the bot runs.
 *
 * @param pollTimeout how long the server may hold a request while there is nothing to tell
 * @param tooOld how old a question may be to be answered
 * @param userPerMinute how many messages of one user are answered in a minute
 * @param queue how many updates may be under way and waiting
 * @param messagesPerSecond how many messages are sent in a second at the most
 * @param store where what must survive a crash is kept
 * @param webhook where Telegram brings updates; null to fetch them
 */
public record BotSettings(
    BotServer server,
    Duration pollTimeout,
    Duration tooOld,
    int userPerMinute,
    int queue,
    int messagesPerSecond,
    StoreLocation store,
    @Nullable Webhook webhook) {

  /**
   * Where Telegram brings updates.
   *
   * @param url what Telegram calls, by HTTPS; its path is the one that is listened at
   * @param host the address to listen on
   * @param port the port to listen on, 0 for any
   */
  public record Webhook(URI url, String host, int port) {

    /** The path that is listened at. */
    String path() {
      String path = url.getPath();
      return path == null || path.isEmpty() ? "/" : path;
    }
  }

  RateLimits.Rates rates() {
    return new RateLimits.Rates(messagesPerSecond, Duration.ofSeconds(1), 20);
  }
}
