package org.pullquote.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pullquote.answer.ExpectedGain;
import org.pullquote.answer.Marker;
import org.pullquote.answer.Ranker;

/**
 * Fits the weights of the marker: the logarithm of what softmax over all words that may answer
 * would gain, where words gain by what they share with the labelled answer.
 */
final class MarkerFit {

  private static final int STEPS = 600;
  private static final double RATE = 0.1;
  private static final double PENALTY = 0.001;

  /** So much of the gain is for sharing anything at all with the answer; the rest is token F1. */
  private static final double FOR_OVERLAP = 0.1;

  /** What is hopeless is not learned from. */
  private static final double FLOOR = 0.05;

  /** What can only speak for words; what the fit may not turn round on few examples. */
  private static final Set<String> FOR =
      Set.of(
          "BEHIND CLOSE_BEHIND LIKED_BEST BEHIND_APART LIKED_BEST_APART SHARE_APART COVERED_APART NEAR_ASKED NEAR_NAMED TYPE TYPE_ALONE OTHER_NAME SPEAKER QUOTATION REASON"
              .split(" "));

  /** What can only speak against words: the names of people, places and times are short. */
  private static final Set<String> AGAINST =
      Set.of(
          "ASKED ALL_ASKED ENDS_WITH_SMALL_WORD BEFORE_LINK CUTS_CAPITALS LENGTH_OF_NAMED LENGTH_OF_NAMED_SQUARED"
              .split(" "));

  private MarkerFit() {}

  /**
   * The words of one passage that may answer.
   *
   * @param choice among them
   * @param features of each, in the order of {@link Marker#FEATURES}
   * @param f1 of each with the labelled answer, 0 to 1
   * @param overlaps whether each shares anything with it
   */
  record Case(
      int article,
      double weight,
      ExpectedGain choice,
      List<double[]> features,
      List<Double> f1,
      List<Boolean> overlaps) {

    double gain(int at) {
      return (1 - FOR_OVERLAP) * f1.get(at) + (overlaps.get(at) ? FOR_OVERLAP : 0);
    }

    private double[] sums(double[] weights) {
      return features.stream().mapToDouble(each -> Ranker.dot(weights, each)).toArray();
    }

    private double[] shares(double[] weights) {
      return Ranker.softmax(sums(weights));
    }

    /** The place of the words that weights choose. */
    private int chosen(double[] weights) {
      return choice.best(sums(weights));
    }
  }

  /**
   * How good marks are, on articles that the weights were not fitted to.
   *
   * @param f1 the mean token F1
   * @param overlap the share of marks that hold something of the answer
   */
  record Quality(double f1, double overlap) {}

  /** Measures by folds of articles. */
  static Quality measure(List<Case> cases, int folds) {
    double f1 = 0;
    double overlap = 0;
    for (int fold = 0; fold < folds; fold++) {
      int out = fold;
      double[] weights =
          weights(cases.stream().filter(each -> each.article() % folds != out).toList());
      for (Case each : cases) {
        if (each.article() % folds == out) {
          int chosen = each.chosen(weights);
          f1 += each.f1().get(chosen) / cases.size();
          overlap += each.overlaps().get(chosen) ? 1.0 / cases.size() : 0;
        }
      }
    }
    return new Quality(f1, overlap);
  }

  /** The weights by feature. */
  static Map<String, Double> fit(List<Case> cases) {
    double[] weights = weights(cases);
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      named.put(Marker.FEATURES.get(i), Math.round(weights[i] * 1e4) / 1e4);
    }
    return named;
  }

  private static double[] weights(List<Case> cases) {
    double all = cases.stream().mapToDouble(Case::weight).sum();
    return Descent.minimise(
        Marker.FEATURES.stream().mapToInt(MarkerFit::sign).toArray(),
        STEPS,
        RATE,
        point -> {
          double[] slope = Arrays.stream(point).map(weight -> 2 * PENALTY * weight).toArray();
          cases.forEach(each -> add(each, point, each.weight() / all, slope));
          return slope;
        });
  }

  private static void add(Case each, double[] point, double weight, double[] slope) {
    double[] shares = each.shares(point);
    double gained = 0;
    for (int at = 0; at < shares.length; at++) {
      gained += shares[at] * each.gain(at);
    }
    for (int at = 0; at < shares.length; at++) {
      double pull = -weight * shares[at] * (each.gain(at) - gained) / (gained + FLOOR);
      double[] features = each.features().get(at);
      for (int i = 0; i < slope.length; i++) {
        slope[i] += pull * features[i];
      }
    }
  }

  private static int sign(String feature) {
    return FOR.contains(feature) ? 1 : AGAINST.contains(feature) ? -1 : 0;
  }
}
