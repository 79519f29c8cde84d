package org.pullquote.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  @Test
  void hasAllTakenInTheOrderInWhichTheyWereAskedFor() throws LibraryException {
    List<Integer> taken = new ArrayList<>();
    CountDownLatch later = new CountDownLatch(1);
    try (ReadAhead<Integer> ahead = new ReadAhead<>(taken::add)) {
      // The first is slow: it waits for the second, which another processor reads.
      boolean several = Runtime.getRuntime().availableProcessors() > 1;
      ahead.add(() -> {
        if (several) {
          later.await();
        }
        return 0;
      });
      ahead.add(() -> {
        later.countDown();
        return 1;
      });
      for (int i = 2; i < 100; i++) {
        int number = i;
        ahead.add(() -> number);
      }
      ahead.finish();
    }
    assertEquals(IntStream.range(0, 100).boxed().toList(), taken);
  }

  @Test
  void keepsFewInMemory() throws LibraryException {
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(read -> kept.decrementAndGet())) {
      for (int i = 0; i < 1_000; i++) {
        ahead.add(() -> {
          most.accumulateAndGet(kept.incrementAndGet(), Math::max);
          return 0;
        });
      }
      ahead.finish();
    }
    assertEquals(0, kept.get());
    assertTrue(most.get() <= 8 * Runtime.getRuntime().availableProcessors(), most::toString);
  }

  @Test
  void endsWithWhatReadingThrows() throws LibraryException {
    try (ReadAhead<Integer> ahead = new ReadAhead<>(read -> {})) {
      ahead.add(() -> {
        throw new IllegalArgumentException("no article");
      });
      IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, ahead::finish);
      assertEquals("no article", thrown.getMessage());
    }
  }
}
