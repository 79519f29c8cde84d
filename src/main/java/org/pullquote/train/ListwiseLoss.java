package org.pullquote.train;

import java.util.List;
import org.pullquote.answer.Ranker;

/** −log of what the softmax of weighted sums gives to the rows that answer, together. */
final class ListwiseLoss {

  private ListwiseLoss() {}

  /**
   * Adds its gradient.
   *
   * @param rows the features of each passage
   * @param relevant whether it answers; one does at least
   * @param point the weights
   * @param weight how much this list counts
   * @param slope what it is added to
   */
  static void add(
      List<double[]> rows, List<Boolean> relevant, double[] point, double weight, double[] slope) {
    double[] shares =
        Ranker.softmax(rows.stream().mapToDouble(row -> Ranker.dot(point, row)).toArray());
    double right = 0;
    for (int row = 0; row < shares.length; row++) {
      right += relevant.get(row) ? shares[row] : 0;
    }
    for (int row = 0; row < shares.length; row++) {
      double target = relevant.get(row) ? shares[row] / Math.max(right, 1e-12) : 0;
      double pull = weight * (shares[row] - target);
      double[] values = rows.get(row);
      for (int i = 0; i < slope.length; i++) {
        slope[i] += pull * values[i];
      }
    }
  }
}
