package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pullquote.telegram.ManualTime;
import org.pullquote.telegram.intake.FloodGate.Verdict;

class FloodGateTest {

  private static final long FLOODER = 7;

  private final ManualTime time = new ManualTime();
  private final FloodGate gate = new FloodGate(3, time);

  private List<Verdict> next(int count) {
    return Stream.generate(() -> gate.next(FLOODER)).limit(count).toList();
  }

  @Test
  void tellsAFlooderOnceAndThenNothing() {
    assertEquals(
        List.of(
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.NOTICE,
            Verdict.SILENCE,
            Verdict.SILENCE),
        next(6));
  }

  @Test
  void staysSilentUntilTheFlooderPauses() {
    next(4);
    for (int i = 0; i < 10; i++) {
      time.pass(Duration.ofSeconds(50));
      assertEquals(List.of(Verdict.SILENCE), next(1));
    }
    time.pass(Duration.ofSeconds(61));
    assertEquals(List.of(Verdict.PASS), next(1));
  }

  @Test
  void letsNobodyElsePayForIt() {
    next(10);
    assertEquals(Verdict.PASS, gate.next(8));
  }

  @Test
  void tellsACrowdedChatOnceUntilItCalmsDown() {
    assertEquals(Verdict.NOTICE, gate.nextInCrowd(-9));
    assertEquals(Verdict.SILENCE, gate.nextInCrowd(-9));
    assertEquals(Verdict.NOTICE, gate.nextInCrowd(-8));
    time.pass(Duration.ofSeconds(61));
    assertEquals(Verdict.NOTICE, gate.nextInCrowd(-9));
  }

  @Test
  void neverDisturbsWhoKeepsToTheLimit() {
    for (int i = 0; i < 100; i++) {
      assertEquals(List.of(Verdict.PASS), next(1));
      time.pass(Duration.ofSeconds(20));
    }
  }

  @Test
  void letsReadersTurnPagesWithoutUsingUpTheirQuestions() {
    assertEquals(
        60,
        Stream.generate(() -> gate.nextPress(FLOODER))
            .limit(61)
            .filter(Verdict.PASS::equals)
            .count());
    assertEquals(Verdict.SILENCE, gate.nextPress(FLOODER));
    assertEquals(List.of(Verdict.PASS), next(1));
  }
}
