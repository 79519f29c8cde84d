package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pullquote.article.Span;

class PhrasesTest {

  /** Pieces "aa bb cc", a mark, "dd". */
  private static final List<Span> PIECES =
      List.of(new Span(0, 2), new Span(3, 5), new Span(6, 8), new Span(0, 0), new Span(9, 11));

  private static List<String> best(double[] starts, double[] ends) {
    return Phrases.best(new PieceScores(PIECES, starts, ends, 2)).stream()
        .map(phrase -> phrase.span().start() + "-" + phrase.span().end() + " " + phrase.score())
        .toList();
  }

  @Test
  void ranksByTheSumOfBothEndsOverNothing() {
    assertEquals(
        List.of("3-8 6.0", "6-8 2.0", "0-8 1.0"),
        best(new double[] {0, 5, 1, 9, 2}, new double[] {-9, -9, 3, 9, 1}).subList(0, 3));
  }

  @Test
  void endsNoPhraseBeforeItStartsOrBeyondAMark() {
    assertEquals(
        Set.of("0-2", "0-5", "0-8", "3-5", "3-8", "6-8", "9-11"),
        best(new double[] {0, 0, 6, 0, 0}, new double[] {9, 4, 0, 9, 9}).stream()
            .map(phrase -> phrase.split(" ")[0])
            .collect(Collectors.toSet()));
  }

  @Test
  void scoresAnyWordsByTheirFirstAndLastPiece() {
    PhraseScores scores = new PieceScores(PIECES, new double[] {1, 2, 3, 9, 4}, new double[5], 2);
    assertEquals(0, scores.of(new Span(4, 8)));
    assertEquals(PhraseScores.UNLIKELY, scores.of(new Span(20, 22)));
  }

  @Test
  void scoresOtherWordsByWhatTheyShareWithAKnownPhrase() {
    PhraseScores scores = PhraseScores.among(List.of(new Phrase(new Span(4, 8), 3)));
    assertEquals(3, scores.of(new Span(4, 8)));
    assertEquals(3 - Math.log(2), scores.of(new Span(4, 6)), 1e-9);
    assertEquals(PhraseScores.UNLIKELY, scores.of(new Span(0, 4)));
  }
}
