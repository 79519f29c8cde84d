package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.pullquote.Fixtures;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Draft;
import org.pullquote.store.Outgoing;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.ReaderMessages;
import org.pullquote.telegram.delivery.RateLimits.Rates;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String REQUEST =
      "{\"chat_id\":\"9\",\"text\":\"t\",\"entities\":[],\"reply_parameters\":{\"message_id\":5}}";
  private static final Outgoing ANSWER = new Outgoing(3, 9, Delivery.ANSWER, NOW, REQUEST);

  private final TelegramClient client = mock();
  private final DeliveryStore store = mock();
  private final ManualTime time = new ManualTime();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = NOW;
  private final ChatOwnership ownership = mock();
  private final Delivery delivery =
      new Delivery(
          client,
          store,
          new RateLimits(new Rates(30, Duration.ofSeconds(1), 20), time, time),
          new BotMetrics(new SimpleMeterRegistry()),
          () -> now,
          Duration.ofHours(1),
          new Pseudonyms(new byte[1]),
          ownership,
          length -> {
            pauses.add(length);
            now = now.plus(length);
          });

  private static TelegramApiException broken(IOException cause) {
    return new TelegramApiException("Unable to execute", cause);
  }

  private static TelegramApiException refused(int code, String description, String parameters) {
    return assertThrows(
        TelegramApiRequestException.class,
        () ->
            StoredRequest.read(REQUEST)
                .deserializeResponse(
                    "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":%s}"
                        .formatted(code, description, parameters)));
  }

  /** What was tried to be sent, in order. */
  private List<ObjectNode> sent(int times) throws TelegramApiException {
    ArgumentCaptor<StoredRequest> captor = ArgumentCaptor.captor();
    verify(client, times(times)).execute(captor.capture());
    return captor.getAllValues().stream().map(StoredRequest::parameters).toList();
  }

  @Test
  void notesWhatWasSent() throws Exception {
    assertTrue(delivery.deliver(ANSWER));
    assertEquals(REQUEST, sent(1).getFirst().toString());
    verify(store).sent(3);
  }

  @Test
  void triesAgainAtGrowingIntervalsWhereNothingArrived() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(broken(new ConnectException()))
        .thenThrow(broken(new ConnectException()))
        .thenThrow(broken(new ConnectException()))
        .thenReturn(true);
    assertTrue(delivery.deliver(ANSWER));
    assertEquals(3, pauses.size());
    assertTrue(pauses.get(2).compareTo(pauses.get(0)) > 0, pauses::toString);
    verify(client, never()).execute(any(GetMe.class));
  }

  @Test
  void repeatsWhatMayHaveArrivedOnlyOnceTheConnectionWorks() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(broken(new SocketTimeoutException("timeout")))
        .thenReturn(true);
    when(client.execute(any(GetMe.class)))
        .thenThrow(broken(new SocketTimeoutException("timeout")))
        .thenThrow(broken(new ConnectException()))
        .thenReturn(new User(1L, "bot", true));
    assertTrue(delivery.deliver(ANSWER));
    InOrder order = inOrder(client);
    order.verify(client).execute(any(StoredRequest.class));
    order.verify(client, times(3)).execute(any(GetMe.class));
    order.verify(client).execute(any(StoredRequest.class));
  }

  @Test
  void waitsAsLongAsTelegramSays() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(429, "Too Many Requests", "{\"retry_after\":7}"))
        .thenReturn(true);
    long before = time.currentTimeNanos();
    assertTrue(delivery.deliver(ANSWER));
    long waited = Duration.ofNanos(time.currentTimeNanos() - before).toMillis();
    assertTrue(waited > 7000 && waited < 8000, () -> "waited " + waited);
    assertEquals(List.of(), pauses);
  }

  @Test
  void givesUpAtOnceWhereTheChatIsClosed() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(403, "Forbidden: bot was blocked by the user", "null"));
    assertFalse(delivery.deliver(ANSWER));
    sent(1);
    verify(store).giveUp(3, "[403] Forbidden: bot was blocked by the user", List.of());
  }

  @Test
  void sendsNothingToAChatThatIsAnothers() throws Exception {
    doThrow(new ChatOwnership.LostException()).when(ownership).require(9);
    assertThrows(ChatOwnership.LostException.class, () -> delivery.deliver(ANSWER));
    verifyNoInteractions(client, store);
  }

  /** The other replica may have the new group already, and sends what waits there. */
  @Test
  void leavesAGroupThatMovedToWhoHasTheNewOne() throws Exception {
    when(ownership.isShared()).thenReturn(true);
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(400, "upgraded", "{\"migrate_to_chat_id\":-1009}"));
    assertThrows(ChatOwnership.LostException.class, () -> delivery.deliver(ANSWER));
    verify(store).move(9, -1009);
    verify(store, never()).sent(anyLong());
  }

  @Test
  void followsAGroupThatMoved() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(400, "upgraded", "{\"migrate_to_chat_id\":-1009}"))
        .thenReturn(true);
    assertTrue(delivery.deliver(ANSWER));
    assertEquals("-1009", sent(2).getLast().path("chat_id").asText());
    verify(store).move(9, -1009);
  }

  @Test
  void sendsWithoutTheReplyWhereItsTargetIsGone() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(400, "Bad Request: message to be replied not found", "null"))
        .thenReturn(true);
    assertTrue(delivery.deliver(ANSWER));
    ObjectNode second = sent(2).getLast();
    assertFalse(second.has("reply_parameters"));
    assertTrue(second.has("entities"));
  }

  @Test
  void sendsBareTextWhereTheRestIsRefusedAndGivesUpWhereThatIsToo() throws Exception {
    when(client.execute(any(StoredRequest.class)))
        .thenThrow(refused(400, "Bad Request: ENTITY_BOUNDS_INVALID", "null"))
        .thenThrow(refused(400, "Bad Request: message is too long", "null"));
    assertFalse(delivery.deliver(ANSWER));
    assertEquals("{\"chat_id\":\"9\",\"text\":\"t\"}", sent(2).getLast().toString());
    verify(store).giveUp(3, "[400] Bad Request: message is too long", List.of());
  }

  @Test
  void givesUpWhatIsTooOldAndSaysSoOnce() throws Exception {
    when(client.execute(any(StoredRequest.class))).thenThrow(broken(new ConnectException()));
    Draft notice =
        new Draft(
            9, Delivery.LATE, StoredRequest.read(REQUEST).saying(Fixtures.MESSAGES.get("late")));
    Outgoing late = new Outgoing(4, 9, Delivery.LATE, NOW, notice.content());
    when(store.giveUp(3, "too late", List.of(notice))).thenReturn(List.of(late));
    assertFalse(delivery.deliver(ANSWER));
    verify(store).giveUp(3, "too late", List.of(notice));
    verify(store).giveUp(4, "too late", List.of());
    verify(store, never()).sent(anyLong());
  }

  @Test
  void saysNothingMoreToAChatThatWasToldOfLate() throws Exception {
    when(store.hasAddressed(eq(9L), eq(Delivery.LATE), any())).thenReturn(true);
    now = NOW.plus(Duration.ofHours(2));
    assertFalse(delivery.deliver(ANSWER));
    verify(store).giveUp(3, "too late", List.of());
    verify(client, never()).execute(any(StoredRequest.class));
  }

  @Test
  void leavesTheMessageInTheStoreWhereItIsInterrupted() throws Exception {
    doThrow(new TelegramApiException("x", new InterruptedException()))
        .when(client)
        .execute(any(StoredRequest.class));
    assertThrows(InterruptedException.class, () -> delivery.deliver(ANSWER));
    verify(store, never()).sent(anyLong());
  }

  /** The number of such a topic has more bits than the library sends: cut off, it is another. */
  @Test
  void saysInWordsWhatTheLibraryCannotBringToItsTopic() throws Exception {
    String picture =
        StoredRequest.of(new SendMessage("9", "words"), Locale.ENGLISH)
            .besides(
                ReaderMessages.message(
                    "supergroup",
                    "\"text\": \"/map\", \"direct_messages_topic\": {\"topic_id\": 5000000123}"))
            .showing(new byte[1], "c", false, null)
            .stored();
    assertTrue(delivery.deliver(new Outgoing(3, 9, Delivery.ANSWER, NOW, picture)));
    verify(client, never()).execute(any(SendPhoto.class));
    ObjectNode said = sent(1).getFirst();
    assertEquals("words", said.path("text").asText());
    assertEquals(5000000123L, said.path("direct_messages_topic_id").asLong());
  }
}
