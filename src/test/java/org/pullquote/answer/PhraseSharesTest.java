package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Span;
import org.pullquote.search.Phrase;

class PhraseSharesTest {

  /** Shares of three quarters and one quarter. */
  private static final PhraseShares SHARES =
      new PhraseShares(
          List.of(
              new Phrase(new Span(10, 20), Math.log(3)),
              new Phrase(new Span(40, 50), Math.log(1))));

  @ParameterizedTest
  @CsvSource({
    // from, to, share of what they touch, share of them that is covered, whether the best
    "10, 20, 0.75, 0.75, true",
    "8, 22, 0.75, 0.5357, true",
    "10, 30, 0.75, 0.375, false",
    "40, 50, 0.25, 0.25, false",
    "12, 45, 1, 0.2197, false",
    "25, 35, 0, 0, false",
  })
  void saysHowMuchOfWhatIsLikedWordsTouch(
      int from, int to, double touched, double covered, boolean best) {
    Span words = new Span(from, to);
    assertEquals(
        Math.max(-1, Math.log(Math.min(1, touched + 1e-3)) / Math.log(1000)),
        SHARES.touching(words),
        1e-9);
    assertEquals(covered, SHARES.covering(words), 1e-4);
    assertEquals(best, SHARES.isBest(words));
  }

  @ParameterizedTest
  @CsvSource({"10, 20, 0", "40, 50, -1.0986", "10, 15, -0.6931", "25, 35, -101.0986"})
  void saysHowFarWordsAreBehindTheBest(int from, int to, double behind) {
    assertEquals(behind, SHARES.behind(new Span(from, to)), 1e-4);
  }
}
