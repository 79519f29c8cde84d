package org.pullquote.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorServerTest {

  private final AtomicBoolean well = new AtomicBoolean(true);
  private final PrometheusMeterRegistry registry = MonitorServer.registry();
  private final HttpClient http = HttpClient.newHttpClient();
  private MonitorServer server;

  @BeforeEach
  void open() throws IOException {
    server = new MonitorServer(0, registry, well::get);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void turnsRedWhenAllIsNotWell() throws Exception {
    assertEquals(200, get("/health").statusCode());
    well.set(false);
    assertEquals(503, get("/health").statusCode());
  }

  @Test
  void showsMetricsAsPrometheusReadsThem() throws Exception {
    registry.counter("pullquote.test").increment();
    String metrics = get("/metrics").body();
    assertTrue(metrics.contains("pullquote_test_total 1.0"), metrics);
    assertTrue(metrics.contains("jvm_threads_live_threads"), metrics);
  }

  @Test
  void saysWhatThereIs() throws Exception {
    HttpResponse<String> response = get("/");
    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("/metrics"));
  }
}
