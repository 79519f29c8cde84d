package org.pullquote.telegram.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * The Bot API server to talk to: Telegram's, or one of one's own.
 *
 * @param scheme {@code https} or {@code http}
 */
public record BotServer(String scheme, String host, int port) {

  /**
   * Reads a URL such as {@code http://127.0.0.1:8081}.
   *
   * @throws IllegalArgumentException if it is none, or has a path, which the Telegram library
   *     cannot express
   */
  public static BotServer parse(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean bare =
          (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))
              && uri.getQuery() == null
              && uri.getUserInfo() == null;
      if (uri.getHost() == null || !bare || !(scheme.equals("https") || scheme.equals("http"))) {
        throw notOne(url);
      }
      int standard = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? standard : uri.getPort();
      if (port < 1 || port > 65_535) {
        throw notOne(url);
      }
      return new BotServer(scheme, uri.getHost(), port);
    } catch (URISyntaxException e) {
      throw notOne(url);
    }
  }

  private static IllegalArgumentException notOne(String url) {
    return new IllegalArgumentException(
        "expected http(s)://host or http(s)://host:port, not \"" + url + "\"");
  }

  TelegramUrl url() {
    return new TelegramUrl(scheme, host, port, false);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
