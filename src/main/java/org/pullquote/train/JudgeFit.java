package org.pullquote.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.Judge;

/** Fits the weights that decide whether the article answers, by logistic regression. */
final class JudgeFit {

  private static final int STEPS = 1500;
  private static final double RATE = 0.05;
  private static final double PENALTY = 0.002;

  private JudgeFit() {}

  /**
   * A ranking to judge.
   *
   * @param signs in the order of {@link Judge#SIGNS} or {@link Judge#READ_SIGNS}
   */
  @SuppressWarnings("ArrayRecordComponent") // read only
  record Case(int article, double[] signs, boolean answerable, double weight) {}

  /**
   * The weights by sign, and the bias.
   *
   * @param names of the signs, in the order that all cases have them
   */
  static Map<String, Double> fit(List<String> names, List<Case> cases) {
    int size = names.size();
    double[] mean = new double[size];
    double[] deviation = new double[size];
    scale(cases, mean, deviation);
    double all = cases.stream().mapToDouble(Case::weight).sum();
    double[] weights =
        Descent.minimise(
            size + 1,
            STEPS,
            RATE,
            point -> {
              double[] slope = new double[size + 1];
              for (Case each : cases) {
                double logit = point[size];
                for (int i = 0; i < size; i++) {
                  logit += point[i] * (each.signs()[i] - mean[i]) / deviation[i];
                }
                double pull =
                    each.weight()
                        / all
                        * (1 / (1 + Math.exp(-logit)) - (each.answerable() ? 1 : 0));
                for (int i = 0; i < size; i++) {
                  slope[i] += pull * (each.signs()[i] - mean[i]) / deviation[i];
                }
                slope[size] += pull;
              }
              for (int i = 0; i < size; i++) {
                slope[i] += 2 * PENALTY * point[i];
              }
              return slope;
            });
    return named(names, weights, mean, deviation);
  }

  private static void scale(List<Case> cases, double[] mean, double[] deviation) {
    for (int i = 0; i < mean.length; i++) {
      int column = i;
      mean[i] = cases.stream().mapToDouble(each -> each.signs()[column]).average().orElse(0);
      double variance =
          cases.stream()
              .mapToDouble(each -> Math.pow(each.signs()[column] - mean[column], 2))
              .average()
              .orElse(0);
      deviation[i] = variance < 1e-12 ? 1 : Math.sqrt(variance);
    }
  }

  /** The weights as they apply to signs that are not scaled. */
  private static Map<String, Double> named(
      List<String> names, double[] weights, double[] mean, double[] deviation) {
    Map<String, Double> named = new LinkedHashMap<>();
    double bias = weights[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double weight = weights[i] / deviation[i];
      named.put(names.get(i), Math.round(weight * 1e4) / 1e4);
      bias -= weight * mean[i];
    }
    named.put(AnswerModel.BIAS, Math.round(bias * 1e4) / 1e4);
    return named;
  }
}
