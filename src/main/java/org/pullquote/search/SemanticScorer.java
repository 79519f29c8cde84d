package org.pullquote.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;

/** Measures how near passages come to a question in what they mean, by products of vectors. */
final class SemanticScorer {

  private final List<PassageVectors> passages;

  SemanticScorer(List<PassageVectors> passages) {
    this.passages = passages;
  }

  /** The vectors of a passage, by its place in reading order. */
  PassageVectors vectors(int passage) {
    return passages.get(passage);
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
          passage.sentences().stream()
              .mapToDouble(sentence -> dot(question.meaning(), sentence))
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

  /** The phrases most likely to answer, by the two readings apart. */
  private static List<Phrase> phrases(QuestionVectors question, PassageVectors passage) {
    double scale = 1 / Math.sqrt(question.start().length);
    return Phrases.best(
        new PieceScores(
            passage.pieces(),
            logits(question.start(), passage.starts(), scale),
            logits(question.end(), passage.ends(), scale),
            2 * scale * dot(question.none(), passage.none())));
  }

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
