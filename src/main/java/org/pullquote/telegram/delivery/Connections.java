package org.pullquote.telegram.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The ways to the Bot API server. Polls have one of their own, so that they can be cut off alone
 * and take no place from what is sent.
 */
public final class Connections implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** How long an answer of the server may take, from the request to the last byte. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(1);

  /** The library's limit is 5 at once. The rate limits are what bounds it. */
  private static final int MOST_CALLS_AT_ONCE = 256;

  private final BotToken token;
  private final BotServer server;
  private final OkHttpClient send;
  private final OkHttpClient poll;
  private final TelegramClient sending;
  private final TelegramClient polling;
  private final TelegramClient confirming;

  /**
   * @param pollTimeout how long the server may hold a poll
   * @param callTimeout how long any answer may take, beyond that
   */
  public Connections(BotToken token, BotServer server, Duration pollTimeout, Duration callTimeout) {
    this.token = token;
    this.server = server;
    send = client(callTimeout);
    send.dispatcher().setMaxRequests(MOST_CALLS_AT_ONCE);
    send.dispatcher().setMaxRequestsPerHost(MOST_CALLS_AT_ONCE);
    poll = client(pollTimeout.plus(callTimeout));
    OkHttpClient confirm =
        send.newBuilder().callTimeout(CONFIRM_TIMEOUT).connectTimeout(CONFIRM_TIMEOUT).build();
    sending = new OkHttpTelegramClient(send, token.secret(), server.url());
    polling = new OkHttpTelegramClient(poll, token.secret(), server.url());
    confirming = new OkHttpTelegramClient(confirm, token.secret(), server.url());
  }

  private static OkHttpClient client(Duration callTimeout) {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(callTimeout)
        // A server that answers a byte at a time keeps nobody longer.
        .callTimeout(callTimeout)
        // OkHttp would silently repeat a POST that the server may have carried out already.
        .retryOnConnectionFailure(false)
        .build();
  }

  /**
   * Opens a file that a reader has sent. The library would ask Telegram's own server, whichever is
   * configured.
   *
   * @param path as {@code getFile} tells it
   * @throws IOException if the server does not give it
   */
  public InputStream file(String path) throws IOException {
    HttpUrl url =
        new HttpUrl.Builder()
            .scheme(server.scheme())
            .host(server.host())
            .port(server.port())
            .addPathSegment("file")
            .addPathSegment("bot" + token.secret())
            .addPathSegments(path)
            .build();
    Response response = send.newCall(new Request.Builder().url(url).build()).execute();
    ResponseBody body = response.body();
    if (!response.isSuccessful() || body == null) {
      response.close();
      throw new IOException("status " + response.code());
    }
    return body.byteStream();
  }

  /** For what is sent. */
  public TelegramClient sending() {
    return sending;
  }

  /** For polls, which the server may hold. */
  public TelegramClient polling() {
    return polling;
  }

  /** For the last request of all, which must not take long. */
  public TelegramClient confirming() {
    return confirming;
  }

  /** Cuts off the poll under way. */
  public void cancelPoll() {
    poll.dispatcher().cancelAll();
  }

  @Override
  public void close() {
    for (OkHttpClient client : new OkHttpClient[] {send, poll}) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
