package org.pullquote.telegram.intake;

import java.net.URI;
import java.time.Duration;
import org.pullquote.telegram.delivery.ApiFailure;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.delivery.Connections;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Tells Telegram whether to bring updates, and where to. */
public final class WebhookAdmin implements AutoCloseable {

  private final BotToken token;
  private final Connections connections;

  /** Speaks for the bot of a token to a server. */
  public WebhookAdmin(BotToken token, BotServer server) {
    this.token = token;
    this.connections = new Connections(token, server, Duration.ZERO, Connections.CALL_TIMEOUT);
  }

  /**
   * Has updates brought to a URL, with the secret that the bot expects.
   *
   * @throws BotEndedException if Telegram does not do it, and why
   */
  public void set(URI url) throws BotEndedException {
    call(() -> connections.sending().execute(request(url, WebhookSecret.of(token))));
  }

  /** Has updates brought to a URL, each with a secret. */
  static SetWebhook request(URI url, WebhookSecret secret) {
    return SetWebhook.builder()
        .url(url.toString())
        .secretToken(secret.value())
        .allowedUpdates(PollRequest.KINDS)
        .build();
  }

  /**
   * Has updates brought no more; what was not brought yet can be polled.
   *
   * @throws BotEndedException if Telegram does not do it, and why
   */
  public void delete() throws BotEndedException {
    call(() -> connections.sending().execute(new DeleteWebhook()));
  }

  /**
   * Where updates are brought, and how that goes, a line each.
   *
   * @throws BotEndedException if Telegram does not tell, and why
   */
  public String describe() throws BotEndedException {
    WebhookInfo info = call(() -> connections.sending().execute(new GetWebhookInfo()));
    if (info.getUrl() == null || info.getUrl().isEmpty()) {
      return "no webhook is set; " + info.getPendingUpdatesCount() + " updates wait";
    }
    String error =
        info.getLastErrorMessage() == null ? "" : "\nlast error: " + info.getLastErrorMessage();
    return info.getUrl() + "\n" + info.getPendingUpdatesCount() + " updates wait" + error;
  }

  private interface Call<T> {
    T run() throws TelegramApiException;
  }

  private static <T> T call(Call<T> call) throws BotEndedException {
    try {
      return call.run();
    } catch (TelegramApiException e) {
      throw BotEndedException.of(ApiFailure.of(e));
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
