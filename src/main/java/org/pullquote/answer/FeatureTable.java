package org.pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pullquote.article.Passage;
import org.pullquote.search.Match;
import org.pullquote.search.Signal;

/**
 * The features of an article's passages for one question: a row a passage, a column a feature, in
 * the order of {@link AnswerModel#FEATURES}.
 */
public final class FeatureTable {

  private final List<Passage> passages;
  private final double[][] raw;
  private final double[][] standard;

  private FeatureTable(List<Passage> passages, double[][] raw) {
    this.passages = passages;
    this.raw = raw;
    this.standard = standardise(raw);
  }

  /**
   * Reads the features of matches off.
   *
   * @param facts of the article
   * @param context what the question follows upon
   */
  public static FeatureTable of(
      String question, List<Match> matches, PassageFacts facts, Context context) {
    return of(Question.of(question, context, facts.names()), matches, facts, context);
  }

  static FeatureTable of(
      Question question, List<Match> matches, PassageFacts facts, Context context) {
    Clues clues = new Clues(question, facts, context);
    List<Passage> passages = new ArrayList<>();
    double[][] raw = new double[matches.size()][];
    for (int row = 0; row < raw.length; row++) {
      Match match = matches.get(row);
      passages.add(match.passage());
      raw[row] = row(match, clues.of(match));
    }
    return new FeatureTable(passages, raw);
  }

  private static double[] row(Match match, Map<Clue, Double> clues) {
    double[] row = new double[AnswerModel.FEATURES.size()];
    int column = 0;
    for (Signal signal : Signal.values()) {
      row[column++] = match.signal(signal);
    }
    for (Clue clue : Clue.values()) {
      row[column++] = clues.getOrDefault(clue, 0.0);
    }
    return row;
  }

  /** Each column with mean 0 and standard deviation 1; a constant column is all 0. */
  private static double[][] standardise(double[][] raw) {
    double[][] standard = new double[raw.length][AnswerModel.FEATURES.size()];
    for (int column = 0; column < AnswerModel.FEATURES.size(); column++) {
      double mean = 0;
      for (double[] row : raw) {
        mean += row[column] / raw.length;
      }
      double variance = 0;
      for (double[] row : raw) {
        variance += (row[column] - mean) * (row[column] - mean) / raw.length;
      }
      double deviation = Math.sqrt(variance);
      for (int row = 0; row < raw.length; row++) {
        standard[row][column] = deviation < 1e-9 ? 0 : (raw[row][column] - mean) / deviation;
      }
    }
    return standard;
  }

  public List<Passage> passages() {
    return passages;
  }

  /** The features as measured. */
  public double[] raw(int row) {
    return raw[row].clone();
  }

  /** The features standardised within the article: mean 0, standard deviation 1. */
  public double[] standard(int row) {
    return standard[row].clone();
  }
}
