package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotToken;

class WebhookServerTest {

  private static final String UPDATE = "{\"update_id\": 7, \"message\": {}}";
  private static final WebhookSecret SECRET = WebhookSecret.of(new BotToken("4242:abc"));

  private final Intake intake = mock();
  private final HttpClient http = HttpClient.newHttpClient();
  private WebhookServer server;

  @BeforeEach
  void open() throws IOException {
    when(intake.hasPlace()).thenReturn(true);
    server =
        new WebhookServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "/hook", SECRET, intake);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int post(String path, @Nullable String secret, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(BodyPublishers.ofString(body));
    if (secret != null) {
      request.header(WebhookServer.SECRET_HEADER, secret);
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void acceptsAnUpdateOnceItIsKept() throws Exception {
    assertEquals(200, post("/hook", SECRET.value(), UPDATE));
    verify(intake).accept(List.of(new RawUpdate(7, UPDATE, null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 30_000})
  void putsAsideWhatWouldBeBroughtForEver(int depth) throws Exception {
    String body = "{\"update_id\": 7, \"message\": " + "[".repeat(depth) + "}";
    assertEquals(200, post("/hook", SECRET.value(), body));
    verify(intake).accept(List.of(new RawUpdate(7, body, "no readable JSON")));
  }

  @Test
  void acceptsNothingThatIsNotKept() throws Exception {
    StoreException full = mock();
    when(intake.accept(any())).thenThrow(full);
    assertEquals(503, post("/hook", SECRET.value(), UPDATE));
  }

  @Test
  void acceptsWhatWasKeptThoughTheBotIsStopping() throws Exception {
    when(intake.accept(any())).thenThrow(new RejectedExecutionException());
    assertEquals(200, post("/hook", SECRET.value(), UPDATE));
  }

  @Test
  void letsTelegramComeAgainWhereTheQueueIsFull() throws Exception {
    when(intake.hasPlace()).thenReturn(false);
    assertEquals(503, post("/hook", SECRET.value(), UPDATE));
    verify(intake, never()).accept(any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '\u0000',
      value = {
        "/hook | - | 401",
        "/hook | wrong | 401",
        "/other | wrong | 404",
      })
  void asksForTheSecret(String path, @Nullable String secret, int status) throws Exception {
    assertEquals(status, post(path, secret, UPDATE));
    verify(intake, never()).accept(any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {"no JSON", "{\"message\": {}}", "[]", "{\"update_id\": \"x\"}"})
  void refusesWhatIsNoUpdate(String body) throws Exception {
    assertEquals(400, post("/hook", SECRET.value(), body));
    verify(intake, never()).accept(any());
  }

  @Test
  void readsNoMoreThanAnUpdateCanBe() throws Exception {
    assertEquals(413, post("/hook", SECRET.value(), "x".repeat(WebhookServer.LARGEST_BODY + 1)));
  }

  @Test
  void takesNothingButPost() throws Exception {
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/hook")).build();
    assertEquals(405, http.send(get, BodyHandlers.discarding()).statusCode());
  }

  @Test
  void hasASecretThatDoesNotShowTheToken() {
    assertTrue(SECRET.value().matches("[0-9a-f]{64}"));
    assertFalse(SECRET.toString().contains(SECRET.value()));
    assertEquals(SECRET.value(), WebhookSecret.of(new BotToken("4242:abc")).value());
    assertFalse(SECRET.value().equals(WebhookSecret.of(new BotToken("4242:abd")).value()));
  }
}
