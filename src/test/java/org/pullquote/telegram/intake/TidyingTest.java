package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.ConversationStore;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.StoreException;

class TidyingTest {

  private final DeliveryStore store = mock();
  private final AnswerStore answers = mock();
  private final ConversationStore conversations = mock();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /** At the start and after an hour, though nobody writes; and after a failure, too. */
  @Test
  void forgetsEveryHourWhetherOrNotAnybodyWrites() {
    doThrow(mock(StoreException.class)).doNothing().when(store).forgetEnded(any());
    Instant started = now;
    Tidying tidying =
        new Tidying(
            store,
            answers,
            conversations,
            () -> now,
            length -> {
              pauses.add(length);
              now = now.plus(length);
              if (pauses.size() == 2) {
                throw new InterruptedException();
              }
            });
    assertThrows(InterruptedException.class, tidying::run);
    assertEquals(List.of(Duration.ofHours(1), Duration.ofHours(1)), pauses);
    verify(store).forgetEnded(started.minus(Duration.ofDays(2)));
    Instant second = started.plus(Duration.ofHours(1));
    verify(store).forgetEnded(second.minus(Duration.ofDays(2)));
    verify(answers).forgetShown(second.minus(Duration.ofDays(30)));
    verify(conversations).forgetSilent(second.minus(Duration.ofHours(1)));
    verify(store).erase();
  }
}
