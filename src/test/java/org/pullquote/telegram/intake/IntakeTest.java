package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.pullquote.store.Arrival;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.Received;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.UnreadableException;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.UpdateHandler;

class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final long PATIENCE_MILLIS = 5_000;

  private final DeliveryStore store = mock();
  private final UpdateHandler handler = mock();
  private final Replies replies = mock();
  private final ChatQueues queues = new ChatQueues(1_000, Duration.ofSeconds(1));
  private final Intake intake =
      new Intake(
          store,
          new LocalLanes(store, queues, replies, mock()),
          queues,
          new FloodGate(30, new ManualTime()),
          handler,
          replies,
          mock(),
          new BotMetrics(new SimpleMeterRegistry()),
          () -> NOW);
  private long keys;

  @BeforeEach
  void keepAll() throws Exception {
    when(replies.read(any())).thenAnswer(call -> read(call.<Received>getArgument(0).content()));
    when(handler.isForBot(any())).thenReturn(true);
    when(store.receive(any()))
        .thenAnswer(call -> {
          List<Arrival> batch = call.getArgument(0);
          return batch.stream().map(each -> new Received(++keys, NOW, each.content())).toList();
        });
  }

  private static Optional<IncomingUpdate> read(String content) {
    try {
      return IncomingUpdate.read(content);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  @AfterEach
  void close() {
    queues.close();
  }

  private static RawUpdate update(int id, long chat, long user) {
    return new RawUpdate(
        id,
        """
        {"update_id": %d, "message": {"message_id": %d, "date": %d, "text": "who?",
         "chat": {"id": %d, "type": "supergroup"},
         "from": {"id": %d, "is_bot": false, "first_name": "A"}}}
        """
            .formatted(id, id, NOW.getEpochSecond(), chat, user),
        null);
  }

  @Test
  void tellsOnceThatTooMuchWaitsInAChat() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    doAnswer(
            call -> {
              held.await();
              return null;
            })
        .when(replies)
        .answer(any(), any(), anyLong());
    intake.accept(List.of(update(1, -9, 1)));
    // What is under way does not wait: the rest is counted from when the first one is.
    verify(replies, timeout(PATIENCE_MILLIS)).answer(any(), any(), anyLong());
    List<RawUpdate> batch = new ArrayList<>();
    for (int i = 2; i <= 300; i++) {
      batch.add(update(i, -9, i));
    }
    intake.accept(batch);
    // The notice waits behind what is answered; the places of the rest are free for other chats.
    verify(replies, times(300 - 102)).endSilently(any());
    held.countDown();
    verify(replies, timeout(PATIENCE_MILLIS)).refuseFlood(any(), any(), eq(true));
    verify(replies, timeout(PATIENCE_MILLIS).times(101)).answer(any(), any(), anyLong());
  }

  @Test
  void limitsAUserInAllChatsTogether() throws Exception {
    List<RawUpdate> batch = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      batch.add(update(i, -i, 7));
    }
    intake.accept(batch);
    verify(replies, timeout(PATIENCE_MILLIS).times(30)).answer(any(), any(), anyLong());
    verify(replies, timeout(PATIENCE_MILLIS)).refuseFlood(any(), any(), eq(true));
    verify(replies, times(29)).endSilently(any());
  }

  private static RawUpdate press(int id) {
    return new RawUpdate(
        id,
        """
        {"update_id": %d, "callback_query": {"id": "q%d", "data": "x", "chat_instance": "c",
         "from": {"id": 7, "is_bot": false, "first_name": "A"},
         "message": {"message_id": 1, "date": 1, "chat": {"id": -%d, "type": "group"}}}}
        """
            .formatted(id, id, id),
        null);
  }

  /** A button spins until it is told that it was pressed; and who turns pages asks nothing. */
  @Test
  void tellsEveryButtonThatItWasPressedAndCountsNoQuestion() throws Exception {
    List<RawUpdate> batch = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      batch.add(press(i));
    }
    batch.add(update(201, 9, 7));
    intake.accept(batch);
    verify(replies, timeout(PATIENCE_MILLIS).times(180))
        .answer(any(), isA(Pressed.class), anyLong());
    verify(replies, timeout(PATIENCE_MILLIS)).refuseFlood(any(), any(), eq(true));
    verify(replies, timeout(PATIENCE_MILLIS).times(19)).refuseFlood(any(), any(), eq(false));
    verify(replies, timeout(PATIENCE_MILLIS)).answer(any(), isA(Written.class), anyLong());
  }

  /** What is kept is what it takes to answer; of what cannot be read, nothing. */
  @Test
  void keepsNoNamesAndNothingThatItCannotRead() throws Exception {
    intake.accept(
        List.of(
            update(1, 9, 7),
            new RawUpdate(2, "{\"update_id\": 2, \"message\": {\"text\": \"secret\"}}", null)));
    ArgumentCaptor<List<Arrival>> kept = ArgumentCaptor.captor();
    verify(store).receive(kept.capture());
    assertFalse(kept.getValue().getFirst().content().contains("\"A\""));
    assertEquals("", kept.getValue().getLast().content());
    assertEquals("a message without a chat or an id", kept.getValue().getLast().fault());
  }
}
