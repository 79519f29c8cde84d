package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static List<Long> seconds(BackOff backOff) {
    return Stream.generate(backOff::next).limit(6).map(Duration::toSeconds).toList();
  }

  @Test
  void doublesUpToTheLongestAndBeginsAnew() {
    RandomGenerator middle = mock();
    when(middle.nextDouble()).thenReturn(0.5);
    BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), middle);
    assertEquals(List.of(1L, 2L, 4L, 8L, 10L, 10L), seconds(backOff));
    backOff.reset();
    assertEquals(1, backOff.next().toSeconds());
  }

  @Test
  void spreadsByChanceWithinHalfAndNeverBeyondTheLongest() {
    Random chance = new Random(7);
    for (int i = 0; i < 1000; i++) {
      BackOff backOff = new BackOff(Duration.ofSeconds(8), Duration.ofSeconds(10), chance);
      Duration wait = backOff.next();
      assertTrue(wait.compareTo(Duration.ofSeconds(4)) >= 0, wait::toString);
      assertTrue(wait.compareTo(Duration.ofSeconds(10)) <= 0, wait::toString);
    }
  }
}
