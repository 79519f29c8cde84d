package org.pullquote.telegram.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.pullquote.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates that Telegram brings, behind a proxy that speaks HTTPS: the library's own endpoint
 * listens everywhere and checks no secret. An update is accepted only after it was kept; until then
 * Telegram brings it again.
 */
public final class WebhookServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WebhookServer.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The header in which Telegram shows the secret: https://core.telegram.org/bots/api#setwebhook.
   */
  public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** No update comes near it. */
  static final int LARGEST_BODY = 1 << 20;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String path;
  private final byte[] secret;
  private final Intake intake;

  /**
   * Begins to listen.
   *
   * @param path the one path that it answers at
   * @param secret what Telegram was told to show
   * @throws IOException if the address cannot be listened on
   */
  public WebhookServer(InetSocketAddress address, String path, WebhookSecret secret, Intake intake)
      throws IOException {
    this.path = path;
    this.secret = secret.value().getBytes(StandardCharsets.UTF_8);
    this.intake = intake;
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The port that it listens on, also where any was asked for. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return NOT_FOUND;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return METHOD_NOT_ALLOWED;
    }
    if (!hasSecret(exchange)) {
      log.warn("a request to the webhook did not show the secret");
      return UNAUTHORIZED;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      log.warn("a request to the webhook was larger than {} bytes", LARGEST_BODY);
      return TOO_LARGE;
    }
    return accept(new String(body, StandardCharsets.UTF_8));
  }

  /** In a time that does not tell how much of a guess is right. */
  private boolean hasSecret(HttpExchange exchange) {
    List<String> shown = exchange.getRequestHeaders().get(SECRET_HEADER);
    return shown != null
        && shown.size() == 1
        && MessageDigest.isEqual(shown.getFirst().getBytes(StandardCharsets.UTF_8), secret);
  }

  /** The update that a body is; empty if it is none. */
  public static Optional<RawUpdate> read(String body) {
    try {
      long id = JSON.readTree(body).path("update_id").asLong();
      return id == 0 ? Optional.empty() : Optional.of(new RawUpdate(id, body, null));
    } catch (JsonProcessingException e) {
      // Refused, it would be brought again and again.
      return RawUpdate.firstIn(body);
    }
  }

  private int accept(String body) {
    Optional<RawUpdate> update = read(body);
    if (update.isEmpty()) {
      return BAD_REQUEST;
    }
    if (!intake.hasPlace()) {
      log.warn("the queue is full: Telegram will bring the update again");
      return UNAVAILABLE;
    }
    try {
      intake.accept(List.of(update.get()));
      return OK;
    } catch (StoreException e) {
      log.error("{}; Telegram will bring the update again", e.getMessage());
      return UNAVAILABLE;
    } catch (RejectedExecutionException e) {
      // Kept, and answered after the next start.
      return OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNAVAILABLE;
    }
  }

  /** Stops listening; requests under way are answered. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
  }
}
