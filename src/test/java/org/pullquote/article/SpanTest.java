package org.pullquote.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({"-1, 0", "3, 2", "-2, -1"})
  void refusesWhatIsNoRange(int start, int end) {
    assertThrows(IllegalArgumentException.class, () -> new Span(start, end));
  }

  @Test
  void coversHalfOpenRangesOfCodeUnits() {
    assertEquals("🇰🇷", new Span(1, 5).in("a🇰🇷b"));
    assertThrows(IllegalArgumentException.class, () -> new Span(0, 4).in("abc"));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 3, 5, false", "0, 3, 2, 5, true", "2, 2, 0, 5, false", "4, 6, 0, 5, true"})
  void overlapsWhereACodeUnitIsShared(int a, int b, int c, int d, boolean expected) {
    assertEquals(expected, new Span(a, b).overlaps(new Span(c, d)));
  }

  @Test
  void containsWhatLiesWithin() {
    assertTrue(new Span(0, 5).contains(new Span(0, 5)));
    assertFalse(new Span(0, 5).contains(new Span(4, 6)));
  }
}
