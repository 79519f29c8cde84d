package org.pullquote.search;

import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<List<PassageVectors>> sentences;

  /**
   * @param sentences of each passage, each read by itself
   */
  SemanticScorer(List<PassageVectors> passages, List<List<PassageVectors>> sentences) {
    this.passages = passages;
    this.sentences = sentences;
  }

  /** What is measured of each passage, in reading order; adds to the maps. */
  List<List<Phrase>> measure(QuestionVectors question, List<Map<Signal, Double>> signals) {
    List<List<Phrase>> phrases = new ArrayList<>();
    // Most of an answer's time goes here; the order of the list stays that of the passages.
    List<double[]> nearest =
        passages.parallelStream().map(each -> nearest(question, each)).toList();
    double[] rarity = rarity(nearest, question.tokens().length);
    double[] alike = new double[rarity.length];
    Arrays.fill(alike, 1);
    for (int i = 0; i < passages.size(); i++) {
      PassageVectors passage = passages.get(i);
      List<Phrase> best = phrases(question, passage);
      Map<Signal, Double> measured = signals.get(i);
      measured.put(Signal.MEANING, (double) dot(question.meaning(), passage.meaning()));
      measured.put(Signal.MEANING_BY_WORD, mean(nearest.get(i), alike));
      measured.put(Signal.MEANING_BY_RARE_WORD, mean(nearest.get(i), rarity));
      measured.put(
          Signal.SENTENCE_MEANING,
          sentences.get(i).stream()
              .mapToDouble(sentence -> dot(question.meaning(), sentence.meaning()))
              .max()
              .orElse(measured.get(Signal.MEANING)));
      measured.put(Signal.PHRASE, best.isEmpty() ? 0 : best.getFirst().score());
      phrases.add(best);
    }
    return phrases;
  }

  /** For each word piece of a question, the best cosine that a passage has for it. */
  private static double[] nearest(QuestionVectors question, PassageVectors passage) {
    double[] nearest = new double[question.tokens().length];
    for (int i = 0; i < nearest.length; i++) {
      float[] word = question.tokens()[i];
      float best = -1;
      for (float[] token : passage.tokens()) {
        best = Math.max(best, dot(word, token));
      }
      nearest[i] = best;
    }
    return nearest;
  }

  /** How much each word piece tells the passages apart: its best cosine over its usual one. */
  private static double[] rarity(List<double[]> nearest, int words) {
    double[] rarity = new double[words];
    for (int i = 0; i < words; i++) {
      int word = i;
      rarity[i] =
          1e-6
              + nearest.stream().mapToDouble(each -> each[word]).max().orElse(0)
              - nearest.stream().mapToDouble(each -> each[word]).average().orElse(0);
    }
    return rarity;
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      all += weights[i];
    }
    return all == 0 ? 0 : sum / all;
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
        phrases.add(new Phrase(span, range.sum - 2 * none));
        if (phrases.size() == MOST_PHRASES) {
          break;
        }
      }
    }
    return phrases;
  }

  /**
   * The best last piece of a phrase. A piece without a place ends a window: none reaches across.
   */
  private static int bestEnd(List<Span> pieces, double[] ends, int from) {
    int best = from;
    int reach = Math.min(pieces.size(), from + LONGEST_PHRASE);
    for (int to = from; to < reach && pieces.get(to).length() > 0; to++) {
      if (ends[to] > ends[best]) {
        best = to;
      }
    }
    return best;
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
