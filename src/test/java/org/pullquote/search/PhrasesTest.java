package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pullquote.article.Span;

class PhrasesTest {

  /** Pieces "aa bb cc", a mark, "dd". */
  private static final List<Span> PIECES =
      List.of(new Span(0, 2), new Span(3, 5), new Span(6, 8), new Span(0, 0), new Span(9, 11));

  private static List<String> best(double[] starts, double[] ends) {
    return Phrases.best(PIECES, starts, ends, 2).stream()
        .map(phrase -> phrase.span().start() + "-" + phrase.span().end() + " " + phrase.score())
        .toList();
  }

  @Test
  void ranksByTheSumOfBothEndsOverNothing() {
    assertEquals(
        List.of("3-8 6.0", "9-11 1.0"),
        best(new double[] {0, 5, 1, 9, 2}, new double[] {0, 0, 3, 9, 1}));
  }

  @Test
  void endsNoPhraseBeforeItStartsOrBeyondAMark() {
    assertEquals(
        List.of("0-2 7.0", "9-11 7.0", "6-8 4.0", "3-5 2.0"),
        best(new double[] {0, 0, 6, 0, 0}, new double[] {9, 4, 0, 9, 9}));
  }
}
