package org.pullquote.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pullquote.article.Passage;

/**
 * Orders passages by a weighted sum of their standardised features: a linear listwise ranker (the
 * softmax of the sums is what ListNet's top-one probability is; Cao et al., 2007).
 */
public final class Ranker {

  /**
   * Of a passage quoted for the question before: most follow-ups stay with it. There are too few
   * labelled dialogues to fit it with the rest.
   */
  private static final double JUST_SHOWN_BONUS = 4;

  /** More than any sum of the other features. */
  private static final double NAMED_BONUS = 20;

  private static final int JUST_SHOWN = AnswerModel.FEATURES.indexOf(Clue.JUST_SHOWN.name());

  private final double[] weights;

  public Ranker(AnswerModel model) {
    weights =
        AnswerModel.FEATURES.stream()
            .mapToDouble(name -> model.rank().getOrDefault(name, 0.0))
            .toArray();
  }

  /**
   * A passage in the order of the ranking.
   *
   * @param row of the feature table
   * @param share the softmax of the sum: how likely this one is the best, 0 to 1; all add up to 1
   */
  public record Ranked(Passage passage, int row, double share) {}

  /** The passages, best first; of equal ones, the first in reading order. */
  public List<Ranked> rank(FeatureTable table) {
    return rank(table, Optional.empty());
  }

  /** The same, but first the passage that the question names by its place. */
  List<Ranked> rank(FeatureTable table, Optional<Passage> named) {
    int rows = table.passages().size();
    double[] sums = IntStream.range(0, rows).mapToDouble(row -> sum(table, row, named)).toArray();
    double[] shares = softmax(sums);
    List<Ranked> ranked = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      ranked.add(new Ranked(table.passages().get(row), row, shares[row]));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::share).reversed());
    return ranked;
  }

  /** What each feature adds to a passage's sum. */
  double[] parts(FeatureTable table, int row) {
    double[] values = table.standard(row);
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * values[i]).toArray();
  }

  private double sum(FeatureTable table, int row, Optional<Passage> named) {
    boolean isNamed = named.isPresent() && named.get().equals(table.passages().get(row));
    return dot(weights, table.standard(row))
        + JUST_SHOWN_BONUS * table.raw(row)[JUST_SHOWN]
        + (isNamed ? NAMED_BONUS : 0);
  }

  /** Each value's power of e, over the sum of all: they add up to 1. */
  public static double[] softmax(double[] values) {
    double highest = Arrays.stream(values).max().orElse(0);
    double[] shares = Arrays.stream(values).map(value -> Math.exp(value - highest)).toArray();
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / all).toArray();
  }

  /** The sum of the values, each times its weight. */
  public static double dot(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
