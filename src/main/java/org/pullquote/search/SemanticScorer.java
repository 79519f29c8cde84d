package org.pullquote.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.pullquote.article.Span;

/** Measures how near passages come to a question in what they mean, by products of vectors. */
final class SemanticScorer {

  /** In word pieces: of the labelled answers, one in a hundred is longer. */
  private static final int LONGEST_PHRASE = 30;

  private static final int MOST_PHRASES = 5;

  private final List<PassageVectors> passages;

  SemanticScorer(List<PassageVectors> passages) {
    this.passages = passages;
  }

  /** What is measured of each passage, in reading order; adds to the maps. */
  List<List<Phrase>> measure(QuestionVectors question, List<Map<Signal, Double>> signals) {
    List<List<Phrase>> phrases = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      PassageVectors passage = passages.get(i);
      List<Phrase> best = phrases(question, passage);
      Map<Signal, Double> measured = signals.get(i);
      measured.put(Signal.MEANING, (double) dot(question.meaning(), passage.meaning()));
      measured.put(Signal.MEANING_BY_WORD, byWord(question, passage));
      measured.put(Signal.PHRASE, best.isEmpty() ? 0 : best.getFirst().score());
      phrases.add(best);
    }
    return phrases;
  }

  private static double byWord(QuestionVectors question, PassageVectors passage) {
    double sum = 0;
    for (float[] word : question.tokens()) {
      float nearest = -1;
      for (float[] token : passage.tokens()) {
        nearest = Math.max(nearest, dot(word, token));
      }
      sum += nearest;
    }
    return sum / question.tokens().length;
  }

  /** The ranges with the highest sums of the logits of their two ends, best first. */
  private List<Phrase> phrases(QuestionVectors question, PassageVectors passage) {
    double scale = 1 / Math.sqrt(question.start().length);
    List<Span> pieces = passage.pieces();
    double[] starts = logits(question.start(), passage.starts(), scale);
    double[] ends = logits(question.end(), passage.ends(), scale);
    double none = scale * dot(question.none(), passage.none());
    List<Range> ranges = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      int reach = Math.min(pieces.size(), from + LONGEST_PHRASE);
      for (int to = from; to < reach && pieces.get(from).length() > 0; to++) {
        // A piece without a place ends a window: no phrase reaches across.
        if (pieces.get(to).length() == 0) {
          break;
        }
        ranges.add(new Range(from, to, starts[from] + ends[to]));
      }
    }
    ranges.sort(Comparator.comparingDouble(Range::sum).reversed());
    List<Phrase> phrases = new ArrayList<>();
    for (Range range : ranges) {
      Span span = new Span(pieces.get(range.from).start(), pieces.get(range.to).end());
      if (phrases.stream().noneMatch(phrase -> phrase.span().overlaps(span))) {
        phrases.add(new Phrase(span, range.sum - 2 * none));
        if (phrases.size() == MOST_PHRASES) {
          break;
        }
      }
    }
    return phrases;
  }

  /** Word pieces from one to another, the last one in. */
  private record Range(int from, int to, double sum) {}

  private static double[] logits(float[] question, float[][] pieces, double scale) {
    double[] logits = new double[pieces.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = scale * dot(question, pieces[i]);
    }
    return logits;
  }

  static float dot(float[] left, float[] right) {
    return VectorUtil.dotProduct(left, right);
  }
}
