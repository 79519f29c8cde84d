package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.search.LibraryIndexException;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.DeliveryStore.Ending;
import org.pullquote.store.Draft;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.ReaderMessages;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotMetrics.Said;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.delivery.Pseudonyms;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.PressHandler;
import org.pullquote.telegram.dialogue.UpdateHandler;
import org.pullquote.telegram.dialogue.UpdateHandler.Answered;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;

class RepliesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration TOO_OLD = Duration.ofHours(1);
  private static final Received RECEIVED = new Received(3, NOW, "{}");
  private static final StoredRequest REPLY =
      StoredRequest.of(new SendMessage("9", "t"), Locale.ENGLISH);

  private final UpdateHandler handler = mock();
  private final PressHandler presses = mock();
  private final DeliveryStore store = mock();
  private final AnswerStore answers = mock();
  private final FleetingCalls calls = mock();
  private final Delivery delivery = mock();
  private final ExecutorService processor = Executors.newSingleThreadExecutor();
  private Instant now = NOW;
  private final List<Duration> pauses = new ArrayList<>();
  private final Replies replies =
      new Replies(
          handler,
          presses,
          store,
          answers,
          calls,
          delivery,
          new BotMetrics(new SimpleMeterRegistry()),
          () -> now,
          TOO_OLD,
          processor,
          new Pseudonyms(new byte[1]),
          false,
          pauses::add);

  @BeforeEach
  void keepAll() throws InterruptedException {
    when(store.finish(anyLong(), any(), any(), any(), any()))
        .thenAnswer(call -> {
          List<Draft> drafts = call.getArgument(2);
          return drafts.stream()
              .map(draft -> new Outgoing(1, draft.chat(), draft.kind(), NOW, draft.content()))
              .toList();
        });
    when(delivery.deliver(any())).thenReturn(true);
  }

  @AfterEach
  void close() {
    processor.shutdownNow();
  }

  private static Written written() throws Exception {
    return new Written(ReaderMessages.message("private", "\"text\": \"who?\""), null);
  }

  private static CallbackQuery press() {
    CallbackQuery query = new CallbackQuery();
    query.setId("q");
    query.setFrom(new User(7L, "R", false));
    return query;
  }

  private void answer(boolean forgets) {
    when(handler.answer(any())).thenReturn(new Answered(REPLY, Said.QUOTES, null, null, forgets));
  }

  @Test
  void showsThatAnAnswerComesWhereItTakesLong() throws Exception {
    CountDownLatch typing = new CountDownLatch(1);
    when(calls.make(any()))
        .thenAnswer(call -> {
          typing.countDown();
          return true;
        });
    when(handler.answer(any()))
        .thenAnswer(call -> {
          typing.await();
          return new Answered(REPLY, Said.QUOTES, null, null, false);
        });
    replies.answer(RECEIVED, written(), System.nanoTime());
    ArgumentCaptor<BotApiMethod<?>> made = ArgumentCaptor.captor();
    verify(calls, atLeastOnce()).make(made.capture());
    SendChatAction action = (SendChatAction) made.getValue();
    assertEquals("9", action.getChatId());
    verify(delivery).deliver(any());
  }

  @Test
  void showsNothingWhereAnAnswerComesAtOnce() throws Exception {
    answer(false);
    replies.answer(RECEIVED, written(), System.nanoTime());
    verify(calls, never()).make(any());
  }

  @Test
  void erasesWhatIsKeptBeforeItSaysSo() throws Exception {
    answer(true);
    replies.answer(RECEIVED, written(), System.nanoTime());
    InOrder order = inOrder(answers, delivery);
    order.verify(answers).forgetReader(7);
    order.verify(delivery).deliver(any());
  }

  @Test
  void endsTheWaitingAtAButtonBeforeItChangesTheMessage() throws Exception {
    AnswerCallbackQuery notice = new AnswerCallbackQuery("q");
    CallbackQuery query = press();
    when(presses.handle(query)).thenReturn(new PressHandler.Response(notice, () -> REPLY));
    replies.answer(RECEIVED, new Pressed(query), System.nanoTime());
    InOrder order = inOrder(calls, store, delivery);
    order.verify(calls).make(notice);
    order.verify(store).finish(eq(3L), eq(Ending.ANSWERED), any(), any(), any());
    order.verify(delivery).deliver(any());
  }

  @Test
  void endsAPressThatCannotBeHandled() throws Exception {
    CallbackQuery query = press();
    when(presses.handle(query)).thenThrow(new IllegalStateException("broken"));
    replies.answer(RECEIVED, new Pressed(query), System.nanoTime());
    verify(store).finish(3, Ending.FAILED, List.of());
  }

  @Test
  void saysNothingAtAButtonThatWasPressedLongAgo() throws Exception {
    Received old = new Received(3, NOW.minus(TOO_OLD).minusSeconds(1), "{}");
    replies.answer(old, new Pressed(press()), System.nanoTime());
    verify(presses, never()).handle(any());
    verify(store).finish(eq(3L), eq(Ending.LATE), eq(List.of()), any(), any());
  }

  /** A picture may take long to draw: the button does not wait for it, and the reader sees why. */
  @Test
  void drawsAfterTheWaitingAtTheButtonHasEnded() throws Exception {
    AnswerCallbackQuery notice = new AnswerCallbackQuery("q");
    CallbackQuery query = press();
    CountDownLatch uploading = new CountDownLatch(1);
    List<BotApiMethod<?>> made = new CopyOnWriteArrayList<>();
    when(calls.make(any()))
        .thenAnswer(call -> {
          made.add(call.getArgument(0));
          if (call.getArgument(0) instanceof SendChatAction) {
            uploading.countDown();
          }
          return true;
        });
    when(presses.handle(query))
        .thenReturn(
            new PressHandler.Response(
                notice,
                () -> {
                  try {
                    uploading.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return REPLY;
                }));
    replies.answer(RECEIVED, new Pressed(query), System.nanoTime());
    assertEquals(notice, made.getFirst());
    assertEquals("upload_photo", ((SendChatAction) made.getLast()).getAction());
    verify(delivery).deliver(any());
  }

  @Test
  void endsAPressWhosePictureCannotBeMade() throws Exception {
    CallbackQuery query = press();
    when(presses.handle(query))
        .thenReturn(
            new PressHandler.Response(
                new AnswerCallbackQuery("q"),
                () -> {
                  throw new IllegalStateException("broken");
                }));
    replies.answer(RECEIVED, new Pressed(query), System.nanoTime());
    verify(store).finish(3, Ending.FAILED, List.of());
  }

  @Test
  void endsTheWaitingAtAButtonThatIsPressedTooOften() throws Exception {
    AnswerCallbackQuery notice = new AnswerCallbackQuery("q");
    CallbackQuery query = press();
    when(presses.tooMany(query, false)).thenReturn(notice);
    replies.refuseFlood(RECEIVED, new Pressed(query), false);
    verify(calls).make(notice);
    verify(store).finish(eq(3L), eq(Ending.FLOOD), eq(List.of()), any(), any());
  }

  @Test
  void saysNothingToWhatIsAnsweredElsewhere() throws Exception {
    when(handler.isAnsweredElsewhere(any())).thenReturn(true);
    replies.answer(RECEIVED, written(), System.nanoTime());
    verify(handler, never()).answer(any());
    verify(store).finish(eq(3L), eq(Ending.ANSWERED), eq(List.of()), any(), any());
  }

  private static OutOfReachException outOfReach() {
    return new OutOfReachException(new LibraryIndexException("no index", new IOException()));
  }

  @Test
  void keepsAQuestionUntilTheArticlesCanBeLookedUpAndSaysSoOnce() throws Exception {
    when(handler.notice(any(), eq("waits"))).thenReturn(REPLY);
    when(handler.answer(any()))
        .thenThrow(mock(StoreException.class))
        .thenThrow(outOfReach())
        .thenThrow(outOfReach())
        .thenReturn(new Answered(REPLY, Said.QUOTES, null, null, false));
    when(store.say(any())).thenReturn(List.of(new Outgoing(8, 9, "waits", NOW, "{}")));
    when(store.hasAddressed(9, "waits", NOW)).thenReturn(false).thenReturn(true);
    replies.answer(RECEIVED, written(), System.nanoTime());
    assertEquals(3, pauses.size());
    InOrder order = inOrder(store, delivery);
    order.verify(store).say(any());
    order.verify(delivery).deliver(any());
    order.verify(store).finish(eq(3L), eq(Ending.ANSWERED), any(), any(), any());
    order.verify(delivery).deliver(any());
    verify(store, times(1)).say(any());
  }

  @Test
  void endsAQuestionForWhichTheArticlesCouldNotBeLookedUpInTime() throws Exception {
    Received old = new Received(3, NOW.minus(TOO_OLD), "{}");
    when(handler.notice(any(), any())).thenReturn(REPLY);
    when(handler.answer(any()))
        .thenAnswer(call -> {
          now = NOW.plusSeconds(1);
          throw outOfReach();
        });
    replies.answer(old, written(), System.nanoTime());
    verify(store).finish(eq(3L), eq(Ending.LATE), any(), any(), any());
    verify(store, never()).say(any());
  }

  @Test
  void keepsARefusalWithoutSendingItWhereAnotherSends() throws Exception {
    when(handler.notice(any(), any())).thenReturn(REPLY);
    assertEquals(1, replies.keepRefusal(RECEIVED, written(), true).size());
    verify(delivery, never()).deliver(any());
    verify(store).finish(eq(3L), eq(Ending.FLOOD), any(), any(), any());
  }
}
