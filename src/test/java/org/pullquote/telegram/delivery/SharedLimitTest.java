package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.pullquote.store.ReplicaStore;

class SharedLimitTest {

  private final ReplicaStore store = mock();
  private final List<Duration> pauses = new ArrayList<>();
  private final SharedLimit limit = new SharedLimit(store, 30, pauses::add);

  @Test
  void waitsForTheMomentThatTheStoreGives() throws Exception {
    when(store.reserve(any())).thenReturn(Duration.ofMillis(70));
    limit.await();
    assertEquals(List.of(Duration.ofMillis(70)), pauses);
  }

  /** What comes closer on its way is not more than 30 in a second. */
  @Test
  void keepsATenthOfWhatTelegramAllows() throws Exception {
    when(store.reserve(any())).thenReturn(Duration.ZERO);
    limit.await();
    ArgumentCaptor<Duration> spacing = ArgumentCaptor.captor();
    verify(store).reserve(spacing.capture());
    assertEquals(27, Duration.ofSeconds(1).dividedBy(spacing.getValue()));
  }

  @Test
  void holdsAllReplicas() throws Exception {
    limit.hold(Duration.ofSeconds(5));
    verify(store).hold(Duration.ofSeconds(5));
  }
}
