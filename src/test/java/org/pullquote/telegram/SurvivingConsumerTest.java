package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class SurvivingConsumerTest {

  private final List<Integer> handled = new ArrayList<>();

  private static List<Update> updates(int... ids) {
    List<Update> updates = new ArrayList<>();
    for (int id : ids) {
      Update update = new Update();
      update.setUpdateId(id);
      updates.add(update);
    }
    return updates;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        TelegramApiException.class,
        NullPointerException.class,
        StackOverflowError.class,
        OutOfMemoryError.class
      })
  void survivesWhatOneUpdateDoes(Class<? extends Throwable> failure) {
    SurvivingConsumer consumer =
        new SurvivingConsumer(update -> {
          handled.add(update.getUpdateId());
          if (update.getUpdateId() == 2) {
            try {
              sneak(failure.getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
              throw new AssertionError(e);
            }
          }
        });
    assertDoesNotThrow(() -> consumer.consume(updates(1, 2, 3)));
    assertEquals(List.of(1, 2, 3), handled);
  }

  @Test
  void takesNothingOnceClosed() {
    SurvivingConsumer consumer = new SurvivingConsumer(update -> handled.add(update.getUpdateId()));
    consumer.close();
    assertThrows(RejectedExecutionException.class, () -> consumer.consume(updates(1)));
    assertEquals(List.of(), handled);
  }
}
