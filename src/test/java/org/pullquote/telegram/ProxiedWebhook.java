package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.Supplier;
import org.pullquote.telegram.intake.WebhookServer;

/**
 * Brings updates to the bot's own endpoint, as Telegram and a proxy that speaks HTTPS do together:
 * one after another, each again until it is answered with a 2xx.
 */
final class ProxiedWebhook implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PendingUpdates updates;
  private final URI endpoint;
  private final Supplier<String> secret;
  private final Thread thread;

  /**
   * Begins.
   *
   * @param endpoint where the proxy passes requests on to
   * @param secret what {@code setWebhook} was told
   */
  ProxiedWebhook(PendingUpdates updates, URI endpoint, Supplier<String> secret) {
    this.updates = updates;
    this.endpoint = endpoint;
    this.secret = secret;
    thread = Thread.ofVirtual().start(this::bring);
  }

  private void bring() {
    try {
      while (true) {
        Optional<JsonNode> first = updates.firstForWebhook();
        if (first.isPresent() && isTaken(first.get())) {
          updates.taken(first.get());
        } else {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private boolean isTaken(JsonNode update) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header(WebhookServer.SECRET_HEADER, secret.get())
            .POST(BodyPublishers.ofString(update.toString()))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    http.close();
  }
}
