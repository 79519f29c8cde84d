package org.pullquote.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.chat.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The bot on Telegram, by long polling. */
public final class TelegramBot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TelegramBot.class);

  /** Conversations remembered at once; a longer silent one begins anew. */
  private static final int MOST_CONVERSATIONS = 10_000;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final BotToken token;
  private final BotServer server;
  private final Duration pollTimeout;
  private final Supplier<Conversation> beginner;
  private final Messages messages;
  private final OkHttpClient http;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable TelegramBotsLongPollingApplication polling;

  /** Telegram does not know the token. The message says what to do. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * @param pollTimeout how long the server may hold a request while there is nothing to tell
   * @param beginner begins a conversation with a reader
   */
  public TelegramBot(
      BotToken token,
      BotServer server,
      Duration pollTimeout,
      Supplier<Conversation> beginner,
      Messages messages) {
    this.token = token;
    this.server = server;
    this.pollTimeout = pollTimeout;
    this.beginner = beginner;
    this.messages = messages;
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(SEND_TIMEOUT)
            // OkHttp would silently repeat a POST that the server may have carried out already.
            .retryOnConnectionFailure(false)
            .build();
  }

  /**
   * Polls and answers until {@link #close()} is called.
   *
   * @throws RefusedException if Telegram does not know the token
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void run() throws RefusedException, InterruptedException {
    TelegramClient client = new OkHttpTelegramClient(http, token.secret(), server.url());
    User me = introduce(client);
    if (me == null) {
      return;
    }
    Addressing addressing = new Addressing(me.getId(), me.getUserName(), Conversation.COMMANDS);
    UpdateHandler handler =
        new UpdateHandler(
            client, addressing, new Conversations<>(MOST_CONVERSATIONS, beginner), messages);
    CappedBackOff backOff = new CappedBackOff();
    while (stopped.getCount() > 0 && !startPolling(handler)) {
      stopped.await(backOff.nextBackOffMillis(), TimeUnit.MILLISECONDS);
    }
    log.info("@{} listens on {}", me.getUserName(), server);
    stopped.await();
    log.info("@{} has stopped", me.getUserName());
  }

  /** Asks who the bot is, until the server answers; null if stopped before. */
  private @Nullable User introduce(TelegramClient client)
      throws RefusedException, InterruptedException {
    CappedBackOff backOff = new CappedBackOff();
    while (stopped.getCount() > 0) {
      try {
        return client.execute(new GetMe());
      } catch (TelegramApiException e) {
        if (isRefusal(e)) {
          throw new RefusedException(
              server
                  + " does not know this bot token: check TELEGRAM_BOT_TOKEN, or ask @BotFather for"
                  + " the bot's token (/mybots)");
        }
        long wait = backOff.nextBackOffMillis();
        log.warn("{} cannot be reached, trying again in {} s", server, wait / 1000, e);
        stopped.await(wait, TimeUnit.MILLISECONDS);
      }
    }
    return null;
  }

  private static boolean isRefusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TelegramApiRequestException request) {
        Integer code = request.getErrorCode();
        return code != null && (code == UNAUTHORIZED || code == NOT_FOUND);
      }
    }
    return false;
  }

  private synchronized boolean startPolling(UpdateHandler handler) {
    if (stopped.getCount() == 0) {
      return true;
    }
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("poller").daemon(true).factory());
    TelegramBotsLongPollingApplication application =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, this::pollingHttp, () -> executor, CappedBackOff::new);
    try {
      application.registerBot(
          token.secret(),
          server::url,
          last -> new TolerantGetUpdates(last + 1, (int) pollTimeout.toSeconds()),
          new SurvivingConsumer(handler::handle));
    } catch (TelegramApiException e) {
      log.warn("polling could not be started", e);
      executor.shutdownNow();
      return false;
    }
    polling = application;
    return true;
  }

  private OkHttpClient pollingHttp() {
    return http.newBuilder().readTimeout(pollTimeout.plus(SEND_TIMEOUT)).build();
  }

  /**
   * Stops polling and lets {@link #run()} return. The answer under way is finished first; what
   * comes after it is left to Telegram, which keeps it for the next start.
   */
  @Override
  public synchronized void close() {
    stopped.countDown();
    if (polling != null) {
      try {
        polling.close();
      } catch (Exception e) {
        log.warn("polling was not closed cleanly", e);
      }
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
