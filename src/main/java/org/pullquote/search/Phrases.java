package org.pullquote.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pullquote.article.Span;

/** Finds the phrases that are most likely to answer from how likely each word piece ends one. */
final class Phrases {

  /** In word pieces: of the labelled answers, one in a hundred is longer. */
  private static final int LONGEST = 30;

  private static final int MOST = 5;

  private Phrases() {}

  /**
   * The ranges with the highest sums of the logits of their two ends, best first, not overlapping.
   *
   * @param pieces where each word piece stands; an empty range ends a window, and no phrase reaches
   *     across
   * @param starts logits of each piece as the first of an answer
   * @param ends logits of each piece as the last of an answer
   * @param none the logit that nothing here answers; subtracted from the scores
   */
  static List<Phrase> best(List<Span> pieces, double[] starts, double[] ends, double none) {
    List<Range> ranges = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      if (pieces.get(from).length() > 0) {
        int to = bestEnd(pieces, ends, from);
        ranges.add(new Range(from, to, starts[from] + ends[to]));
      }
    }
    ranges.sort(Comparator.comparingDouble(Range::sum).reversed());
    List<Phrase> phrases = new ArrayList<>();
    for (Range range : ranges) {
      Span span = new Span(pieces.get(range.from).start(), pieces.get(range.to).end());
      if (phrases.stream().noneMatch(phrase -> phrase.span().overlaps(span))) {
        phrases.add(new Phrase(span, range.sum - none));
        if (phrases.size() == MOST) {
          break;
        }
      }
    }
    return phrases;
  }

  private static int bestEnd(List<Span> pieces, double[] ends, int from) {
    int best = from;
    int reach = Math.min(pieces.size(), from + LONGEST);
    for (int to = from; to < reach && pieces.get(to).length() > 0; to++) {
      if (ends[to] > ends[best]) {
        best = to;
      }
    }
    return best;
  }

  /** Word pieces from one to another, the last one in. */
  private record Range(int from, int to, double sum) {}
}
