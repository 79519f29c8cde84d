package org.pullquote.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pullquote.answer.Reranker;

/**
 * Fits the weights of the reranker: the likelihood that softmax over the passages read gives to
 * those that answer.
 */
final class RerankerFit {

  private static final int STEPS = 400;
  private static final double RATE = 0.05;

  private RerankerFit() {}

  /**
   * The passages read with one question.
   *
   * @param features of each, in the order of {@link Reranker#FEATURES}
   * @param relevant whether it answers
   */
  record Case(double weight, List<double[]> features, List<Boolean> relevant) {}

  /** The weights by feature, from the cases of which something answers and something does not. */
  static Map<String, Double> fit(List<Case> cases) {
    int size = Reranker.FEATURES.size();
    int[] signs = new int[size];
    Arrays.fill(signs, 1);
    List<Case> used =
        cases.stream()
            .filter(each -> each.relevant().contains(true) && each.relevant().contains(false))
            .toList();
    double all = used.stream().mapToDouble(Case::weight).sum();
    double[] weights =
        Descent.minimise(
            signs,
            STEPS,
            RATE,
            point -> {
              double[] slope = new double[size];
              for (Case each : used) {
                ListwiseLoss.add(
                    each.features(), each.relevant(), point, each.weight() / all, slope);
              }
              return slope;
            });
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      named.put(Reranker.FEATURES.get(i), Math.round(weights[i] * 1e4) / 1e4);
    }
    return named;
  }
}
