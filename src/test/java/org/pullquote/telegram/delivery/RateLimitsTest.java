package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.BlockingStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.delivery.RateLimits.Rates;

class RateLimitsTest {

  private final ManualTime time = new ManualTime();
  private final RateLimits limits =
      new RateLimits(new Rates(30, Duration.ofSeconds(1), 20), time, time);

  private long waited(long chat) throws InterruptedException {
    long before = time.currentTimeNanos();
    limits.await(chat);
    return Duration.ofNanos(time.currentTimeNanos() - before).toMillis();
  }

  /** The most that went out in any period of that length. */
  private static long most(List<Long> times, Duration period) {
    return times.stream()
        .mapToLong(
            from -> times.stream().filter(at -> at >= from && at - from < period.toNanos()).count())
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "1, -100, 60, 20",
    "1000, 1, 1, 30",
  })
  void neverLetsMoreThroughThanTelegramTakes(
      int chats, long firstChat, int periodSeconds, int limit) throws InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      limits.await(firstChat + i % chats);
      times.add(time.currentTimeNanos());
    }
    long most = most(times, Duration.ofSeconds(periodSeconds));
    assertTrue(most <= limit, () -> most + " in " + periodSeconds + " s");
    assertTrue(most >= limit * 0.8, () -> "only " + most + " in " + periodSeconds + " s");
  }

  @Test
  void keepsAChatWaitingAndNoOther() throws InterruptedException {
    assertEquals(0, waited(1));
    assertTrue(waited(1) >= 1000);
    assertEquals(0, waited(2));
  }

  @Test
  void countsFromTheEndOfASlowCall() throws InterruptedException {
    limits.await(1);
    time.pass(Duration.ofSeconds(3));
    limits.done(1);
    assertTrue(waited(1) >= 1000);
  }

  @Test
  void holdsAChatForWhatTelegramSaysAndALittleMore() throws InterruptedException {
    limits.hold(1, Duration.ofSeconds(7));
    assertEquals(0, waited(2), "another chat does not wait");
    long waited = waited(1);
    assertTrue(waited > 7000 && waited < 8000, () -> "waited " + waited);
    assertEquals(0, waited(3));
  }

  @Test
  void holdsEverythingWhenTwoChatsAreRefused() throws InterruptedException {
    limits.hold(1, Duration.ofSeconds(7));
    limits.hold(2, Duration.ofSeconds(7));
    assertTrue(waited(3) > 7000);
    assertEquals(0, waited(4));
  }

  @Test
  void startsNoRushWhereAHoldEndsThatBeganWhileOthersWaited() throws InterruptedException {
    AtomicReference<RateLimits> toHold = new AtomicReference<>();
    BlockingStrategy heldMeanwhile =
        nanos -> {
          RateLimits all = toHold.getAndSet(null);
          if (all != null) {
            all.hold(1, Duration.ofSeconds(5));
            all.hold(2, Duration.ofSeconds(5));
          }
          time.park(nanos);
        };
    RateLimits limits =
        new RateLimits(new Rates(30, Duration.ofSeconds(1), 20), time, heldMeanwhile);
    toHold.set(limits);
    List<Long> times = new ArrayList<>();
    for (long chat = 10; chat < 60; chat++) {
      limits.await(chat);
      times.add(time.currentTimeNanos());
    }
    assertNull(toHold.get(), "all was held while one waited");
    // As many as a full bucket holds, the one that waited among them.
    assertEquals(5, most(times, Duration.ofMillis(1)));
  }

  @Test
  void holdsOneChatOnlyHoweverOftenItIsRefused() throws InterruptedException {
    limits.hold(1, Duration.ofSeconds(7));
    limits.hold(1, Duration.ofSeconds(7));
    assertEquals(0, waited(3));
  }
}
