package org.pullquote.train;

import java.util.List;
import java.util.stream.IntStream;
import org.pullquote.answer.FeatureTable;

/**
 * A labelled question with what is measured for it.
 *
 * @param article the number of the article it is on: folds never divide an article
 * @param weight how much it counts
 * @param relevant for each row of the table, whether that passage answers; none does where the
 *     article does not answer
 */
record Example(int article, double weight, FeatureTable table, List<Boolean> relevant) {

  boolean answerable() {
    return relevant.contains(true);
  }

  int rows() {
    return relevant.size();
  }

  /** The rows that answer. */
  int[] answers() {
    return IntStream.range(0, rows()).filter(relevant::get).toArray();
  }
}
