package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

class PollerTest {

  private final TelegramClient client = mock();
  private final List<Long> taken = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private Poller.@Nullable Sink sink;
  private final Poller poller =
      new Poller(
          client,
          batch -> sink != null ? sink.accept(batch) : take(batch),
          Duration.ofSeconds(30),
          () -> now.getEpochSecond() * 1_000_000_000L,
          new BotMetrics(new SimpleMeterRegistry()),
          pauses::add);

  private int take(List<RawUpdate> batch) {
    int before = taken.size();
    batch.stream().map(RawUpdate::id).filter(id -> !taken.contains(id)).forEach(taken::add);
    return taken.size() - before;
  }

  private static ArrayList<RawUpdate> batch(long... ids) {
    ArrayList<RawUpdate> batch = new ArrayList<>();
    for (long id : ids) {
      batch.add(new RawUpdate(id, "{}", null));
    }
    return batch;
  }

  private static TelegramApiException answered(String body) {
    return assertThrows(
        TelegramApiRequestException.class,
        () -> new PollRequest(0, 100, 30).deserializeResponse(body));
  }

  /** Lets the client answer so, one after another, and closes the poller after the last. */
  private void run(Object... answers) throws Exception {
    Iterator<Object> next = List.of(answers).iterator();
    when(client.execute(any(PollRequest.class)))
        .thenAnswer(call -> {
          PollRequest request = call.getArgument(0);
          asked.add(request.offset() + "/" + request.limit());
          Object answer = next.next();
          if (!next.hasNext()) {
            poller.close();
          }
          if (answer instanceof Throwable failure) {
            throw failure;
          }
          return answer;
        });
    poller.run();
  }

  @Test
  void confirmsABatchByTheNextRequestAndForgetsTheOffset() throws Exception {
    run(batch(7, 8), batch(9), batch(), batch(), batch());
    assertEquals(List.of(7L, 8L, 9L), taken);
    assertEquals(List.of("null/100", "9/100", "10/100", "null/100", "null/100"), asked);
  }

  @Test
  void takesUpdatesThatBeginAnewLower() throws Exception {
    run(batch(900), batch(3, 4), batch());
    assertEquals(List.of(900L, 3L, 4L), taken);
    assertEquals(List.of("null/100", "901/100", "5/100"), asked);
  }

  @Test
  void confirmsNothingThatWasNotTakenIn() throws Exception {
    sink =
        batch -> {
          sink = null;
          throw new IllegalStateException("disk on fire");
        };
    run(batch(7), batch(7), batch());
    assertEquals(List.of(7L), taken);
    assertEquals(List.of("null/100", "null/100", "8/100"), asked);
  }

  @Test
  void survivesErrors() throws Exception {
    sink =
        batch -> {
          sink = null;
          throw new StackOverflowError();
        };
    run(batch(7), batch(7), batch());
    assertEquals(List.of(7L), taken);
  }

  @Test
  void findsTheUpdateThatMakesABatchUnreadable() throws Exception {
    String whole = "{\"ok\":true,\"result\":[{\"update_id\":7,\"a\":\u0001},{\"update_id\":8}]}";
    String alone = "{\"ok\":true,\"result\":[{\"update_id\":7,\"a\":\u0001}]}";
    run(answered(whole), answered(alone), batch(8), batch());
    assertEquals(List.of(7L, 8L), taken);
    assertEquals(List.of("null/100", "null/1", "8/1", "9/100"), asked);
  }

  @Test
  void waitsLongerAfterEachFailureUntilOneSucceeds() throws Exception {
    TelegramApiException refused = new TelegramApiException("x", new ConnectException());
    run(refused, refused, refused, batch(), refused, batch());
    assertEquals(4, pauses.size());
    assertTrue(pauses.get(2).compareTo(pauses.get(0)) > 0, pauses::toString);
    assertTrue(pauses.get(3).compareTo(Duration.ofSeconds(2)) < 0, pauses::toString);
  }

  @Test
  void waitsAsLongAsTelegramSays() throws Exception {
    run(
        answered(
            "{\"ok\":false,\"error_code\":429,\"description\":\"x\","
                + "\"parameters\":{\"retry_after\":7}}"),
        batch());
    assertEquals(List.of(Duration.ofMillis(7500)), pauses);
  }

  @Test
  void isNotDrivenHotByAServerThatRepeatsItself() throws Exception {
    run(batch(7), batch(7), batch(7), batch());
    assertEquals(2, pauses.size());
  }

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized, check TELEGRAM_BOT_TOKEN",
    "404, Not Found, check TELEGRAM_BOT_TOKEN",
    "409, Conflict: terminated by other getUpdates request, another program polls",
    "409, Conflict: can't use getUpdates method while webhook is active, pullquote webhook delete",
  })
  void endsWithAWordOnWhatToDo(int code, String description, String word) {
    TelegramApiException refused =
        answered(
            "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
    BotEndedException e = assertThrows(BotEndedException.class, () -> run(refused, batch()));
    assertTrue(e.getMessage().contains(word), e::getMessage);
  }

  @Test
  void tellsHowLongAgoItSucceeded() throws Exception {
    run(batch());
    now = now.plusSeconds(90);
    assertEquals(Duration.ofSeconds(90), poller.age());
  }

  @Test
  void confirmsTheLastBatchAtTheEndAndOnlyIfThereIsOne() throws Exception {
    TelegramClient last = mock();
    poller.confirm(last);
    verifyNoInteractions(last);
    run(batch(7));
    List<Long> offsets = new ArrayList<>();
    when(last.execute(any(PollRequest.class)))
        .thenAnswer(call -> {
          offsets.add(call.<PollRequest>getArgument(0).offset());
          return batch();
        });
    poller.confirm(last);
    assertEquals(List.of(8L), offsets);
  }
}
