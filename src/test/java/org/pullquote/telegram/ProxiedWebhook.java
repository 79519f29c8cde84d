package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pullquote.telegram.intake.WebhookServer;

/**
 * Brings updates to the bot's own endpoint, as Telegram and a proxy that speaks HTTPS do together:
 * one after another, each again until it is answered with a 2xx. Where there are several endpoints,
 * it is a load balancer, too: each request goes to the next one, and on to another where that
 * fails.
 */
final class ProxiedWebhook implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  /** https://core.telegram.org/bots/webhooks does not say how long Telegram waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PendingUpdates updates;
  private final List<URI> endpoints;
  private final Supplier<String> secret;
  private final Thread thread;
  private int next;

  /**
   * Begins.
   *
   * @param endpoints where the proxy passes requests on to
   * @param secret what {@code setWebhook} was told
   */
  ProxiedWebhook(PendingUpdates updates, List<URI> endpoints, Supplier<String> secret) {
    this.updates = updates;
    this.endpoints = endpoints;
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
    for (int tried = 0; tried < endpoints.size(); tried++) {
      if (isTaken(update, endpoints.get(next++ % endpoints.size()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isTaken(JsonNode update, URI endpoint) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
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
