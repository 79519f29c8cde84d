package org.pullquote.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Serves {@code /metrics}, as Prometheus reads them, and {@code /health}: status 200 while all is
 * well, else 503. Other machines cannot reach it.
 */
public final class MonitorServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PrometheusMeterRegistry registry;
  private final BooleanSupplier well;

  /** A page: its status and its text. */
  private record Page(int status, String type, String text) {}

  /**
   * Begins to listen.
   *
   * @param port a port of this machine, 0 for any
   * @param registry what {@link #registry()} made
   * @param well whether all is well now
   * @throws IOException if the port cannot be listened on
   */
  public MonitorServer(int port, PrometheusMeterRegistry registry, BooleanSupplier well)
      throws IOException {
    this.registry = registry;
    this.well = well;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /**
   * A registry with what can be said of any Java program: memory, threads, time since the start.
   */
  public static PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo((MeterRegistry) registry);
    return registry;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page = page(exchange.getRequestURI().getPath());
      byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      exchange.sendResponseHeaders(page.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Page page(String path) {
    return switch (path) {
      case "/metrics" ->
          new Page(OK, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
      case "/health" ->
          well.getAsBoolean()
              ? new Page(OK, "application/json", "{\"status\":\"up\"}\n")
              : new Page(UNAVAILABLE, "application/json", "{\"status\":\"down\"}\n");
      default -> new Page(NOT_FOUND, "text/plain", "there are /health and /metrics\n");
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
