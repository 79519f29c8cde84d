package org.pullquote.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pullquote.article.Span;

/** Finds the phrases that are most likely to answer from how likely each word piece ends one. */
final class Phrases {

  /** In word pieces: of the labelled answers, one in a hundred is longer. */
  private static final int LONGEST = 30;

  /** So many of the likeliest starts are paired with as many of the likeliest ends. */
  private static final int ENDS = 12;

  private static final int MOST = 16;

  private Phrases() {}

  /** The ranges with the highest sums of the logits of their two ends, best first. */
  static List<Phrase> best(PieceScores scores) {
    List<Span> pieces = scores.pieces();
    List<Phrase> phrases = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      if (pieces.get(from).length() > 0) {
        phrases.add(phrase(scores, from, bestEnd(scores, from)));
      }
    }
    List<Integer> ends = highest(pieces, scores.ends());
    for (int from : highest(pieces, scores.starts())) {
      for (int to : ends) {
        if (from <= to && to - from < LONGEST && inOneWindow(pieces, from, to)) {
          phrases.add(phrase(scores, from, to));
        }
      }
    }
    return phrases.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(Phrase::score).reversed())
        .limit(MOST)
        .toList();
  }

  private static List<Integer> highest(List<Span> pieces, double[] logits) {
    return IntStream.range(0, logits.length)
        .filter(at -> pieces.get(at).length() > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer at) -> logits[at]).reversed())
        .limit(ENDS)
        .toList();
  }

  private static int bestEnd(PieceScores scores, int from) {
    List<Span> pieces = scores.pieces();
    int best = from;
    int reach = Math.min(pieces.size(), from + LONGEST);
    for (int to = from; to < reach && pieces.get(to).length() > 0; to++) {
      if (scores.ends()[to] > scores.ends()[best]) {
        best = to;
      }
    }
    return best;
  }

  private static boolean inOneWindow(List<Span> pieces, int from, int to) {
    return IntStream.rangeClosed(from, to).allMatch(at -> pieces.get(at).length() > 0);
  }

  private static Phrase phrase(PieceScores scores, int from, int to) {
    return new Phrase(
        new Span(scores.pieces().get(from).start(), scores.pieces().get(to).end()),
        scores.starts()[from] + scores.ends()[to] - scores.none());
  }
}
