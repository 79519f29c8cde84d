package org.pullquote.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFetcherTest {

  private static final int MOST_BYTES = 10_000;

  private final List<String> lookedUp = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    root = "http://novy.example:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    switch (path) {
      case "/page" ->
          send(
              exchange,
              "text/html; charset=windows-1252",
              "<p>Bridge".getBytes(StandardCharsets.UTF_8));
      case "/image" -> send(exchange, "image/png", new byte[10]);
      case "/large" -> send(exchange, "text/html", new byte[MOST_BYTES + 1]);
      case "/streamed" -> stream(exchange, new byte[MOST_BYTES + 1]);
      case "/bomb" -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        stream(exchange, gzip(new byte[100 * MOST_BYTES]));
      }
      case "/slow" -> {
        exchange.sendResponseHeaders(200, 0);
        pause();
        exchange.close();
      }
      case "/drip" -> drip(exchange);
      case "/gone" -> send(exchange, 404);
      default -> redirect(exchange, path);
    }
  }

  private void redirect(HttpExchange exchange, String path) throws IOException {
    String port = ":" + server.getAddress().getPort();
    String target =
        switch (path) {
          case "/moved" -> "/page";
          case "/elsewhere" -> "http://other.example" + port + "/page";
          case "/inside" -> "http://inside.example" + port + "/page";
          case "/private" -> "http://10.0.0.1/";
          case "/hidden" -> "http://2130706433/";
          case "/file" -> "file:///etc/passwd";
          case "/rebound" -> "http://turning.example" + port + "/page";
          default -> path + "x";
        };
    exchange.getResponseHeaders().set("Location", target);
    send(exchange, 302);
  }

  private static void send(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void stream(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 50; i++) {
        out.write('a');
        out.flush();
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Names of the tests; "turning.example" means another address from the second time on. */
  private List<InetAddress> find(String host) throws UnknownHostException {
    lookedUp.add(host);
    boolean again = lookedUp.indexOf(host) < lookedUp.size() - 1;
    return switch (host) {
      case "novy.example", "other.example" -> List.of(InetAddress.getLoopbackAddress());
      case "turning.example" ->
          List.of(again ? InetAddress.getByName("10.0.0.1") : InetAddress.getLoopbackAddress());
      case "inside.example" ->
          List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName("10.0.0.1"));
      case "10.0.0.1" -> List.of(InetAddress.getByName(host));
      default -> throw new UnknownHostException(host);
    };
  }

  private FetchedPage fetch(String link) throws FetchException {
    return fetch(link, Duration.ofSeconds(10));
  }

  private FetchedPage fetch(String link, Duration time) throws FetchException {
    return new PageFetcher(
            this::find,
            (address, port) -> address.isLoopbackAddress(),
            new FetchLimits(MOST_BYTES, 3, time),
            System::nanoTime)
        .fetch(link);
  }

  @Test
  void fetchesAPage() throws FetchException {
    FetchedPage page = fetch(root + "/page");
    assertArrayEquals("<p>Bridge".getBytes(StandardCharsets.UTF_8), page.bytes());
    assertEquals("text/html", page.type());
    assertEquals("windows-1252", page.charset());
    assertEquals(root + "/page", page.url());
  }

  @Test
  void followsRedirectsAndTellsWhereTheyLed() throws FetchException {
    assertEquals(root + "/page", fetch(root + "/moved").url());
    assertEquals(root.replace("novy", "other") + "/page", fetch(root + "/elsewhere").url());
  }

  @Test
  void looksAHostUpOnceAndConnectsToWhatItChecked() throws FetchException {
    fetch(root + "/rebound");
    assertEquals(List.of("novy.example", "turning.example"), lookedUp);
    assertThrows(FetchException.class, () -> fetch(root + "/rebound"));
    assertEquals(List.of("/rebound", "/page", "/rebound"), asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/gone | novy.example answers 404",
        "/image | is of the type image/png, which is no article's",
        "/large | is larger than 9 KiB, which no article is",
        "/streamed | is larger than 9 KiB, which no article is",
        "/bomb | is larger than 9 KiB, which no article is",
        "/round | leads on more than 3 times",
        "/inside | which is not a public web server",
        "/private | leads to 10.0.0.1:80, which is not a public web server",
        "/hidden | names the host",
        "/file | leads on to what is no link",
      })
  void saysInOneLineWhyNot(String path, String fault) {
    FetchException refusal = assertThrows(FetchException.class, () -> fetch(root + path));
    assertTrue(refusal.getMessage().contains(fault), refusal::getMessage);
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @ParameterizedTest
  @CsvSource({"/slow", "/drip"})
  void waitsNoLongerThanItMay(String path) {
    long start = System.nanoTime();
    FetchException refusal =
        assertThrows(FetchException.class, () -> fetch(root + path, Duration.ofMillis(300)));
    assertEquals("novy.example took too long to answer", refusal.getMessage());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
  }

  @Test
  void waitsNoLongerForALookUp() {
    PageFetcher fetcher =
        new PageFetcher(
            host -> {
              pause();
              return List.of();
            },
            (address, port) -> true,
            new FetchLimits(MOST_BYTES, 3, Duration.ofMillis(50)),
            System::nanoTime);
    FetchException refusal =
        assertThrows(FetchException.class, () -> fetcher.fetch("https://novy.example/"));
    assertTrue(refusal.getMessage().contains("cannot be looked up in time"));
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    assertEquals(
        "there is no host nowhere.example",
        assertThrows(FetchException.class, () -> fetch("https://nowhere.example/")).getMessage());
  }

  @Test
  void reachesNothingByTheRuleOfTheProgram() {
    PageFetcher fetcher =
        new PageFetcher(
            PageFetcher::systemLookup,
            new PublicAddresses(),
            new FetchLimits(MOST_BYTES, 3, Duration.ofSeconds(5)),
            System::nanoTime);
    String local = "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    assertThrows(FetchException.class, () -> fetcher.fetch(local));
    assertEquals(List.of(), asked);
  }
}
