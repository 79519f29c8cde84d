package org.pullquote.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.pullquote.article.Span;

/** Measures how near passages come to a question in what they mean, by products of vectors. */
final class SemanticScorer {

  /** In word pieces: of the labelled answers, one in a hundred is longer. */
  private static final int LONGEST_PHRASE = 30;

  private final List<PassageVectors> passages;
  private final float noneBias;

  /**
   * @param noneBias added in favour of no answer
   */
  SemanticScorer(List<PassageVectors> passages, float noneBias) {
    this.passages = passages;
    this.noneBias = noneBias;
  }

  /** What is measured of each passage, in reading order; adds to the maps. */
  List<Phrase> measure(QuestionVectors question, List<Map<Signal, Double>> signals) {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      PassageVectors passage = passages.get(i);
      Phrase phrase = phrase(question, passage);
      Map<Signal, Double> measured = signals.get(i);
      measured.put(Signal.MEANING, (double) dot(question.meaning(), passage.meaning()));
      measured.put(Signal.MEANING_BY_WORD, byWord(question, passage));
      measured.put(Signal.PHRASE, phrase.score());
      phrases.add(phrase);
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

  /** The range with the highest sum of the logits of its two ends. */
  private Phrase phrase(QuestionVectors question, PassageVectors passage) {
    double scale = 1 / Math.sqrt(question.start().length);
    int size = passage.pieces().size();
    double[] ends = new double[size];
    for (int i = 0; i < size; i++) {
      ends[i] = scale * dot(question.end(), passage.ends()[i]);
    }
    double best = Double.NEGATIVE_INFINITY;
    Span span = new Span(0, 0);
    for (int from = 0; from < size; from++) {
      if (passage.pieces().get(from).length() > 0) {
        double start = scale * dot(question.start(), passage.starts()[from]);
        for (int to = from; to < Math.min(size, from + LONGEST_PHRASE); to++) {
          if (start + ends[to] > best && passage.pieces().get(to).length() > 0) {
            best = start + ends[to];
            span = new Span(passage.pieces().get(from).start(), passage.pieces().get(to).end());
          }
        }
      }
    }
    double none = scale * dot(question.none(), passage.none()) + noneBias;
    return new Phrase(span, size == 0 ? 0 : best - 2 * none);
  }

  static float dot(float[] left, float[] right) {
    return VectorUtil.dotProduct(left, right);
  }
}
