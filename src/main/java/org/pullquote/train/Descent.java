package org.pullquote.train;

/**
 * Minimises a function by its gradient: Adam (Kingma and Ba, 2015) with the authors' constants over
 * all of the data at once, so that the same data give the same weights.
 */
final class Descent {

  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private Descent() {}

  /** A function's gradient. */
  interface Gradient {
    /** The gradient at a point; the caller may keep neither array. */
    double[] at(double[] point);
  }

  /**
   * Walks down from 0.
   *
   * @param size of the point
   * @param rate the length of a step, which shrinks to 0 towards the end
   */
  static double[] minimise(int size, int steps, double rate, Gradient gradient) {
    return minimise(new int[size], steps, rate, gradient);
  }

  /**
   * The same, but some coordinates keep to one side of 0.
   *
   * @param signs for each coordinate 1 where it may not fall below 0, −1 where it may not rise
   *     above it, and 0 where it may be anything
   */
  static double[] minimise(int[] signs, int steps, double rate, Gradient gradient) {
    int size = signs.length;
    double[] point = new double[size];
    double[] first = new double[size];
    double[] second = new double[size];
    for (int step = 1; step <= steps; step++) {
      double[] slope = gradient.at(point);
      double length = rate * (1 - (step - 1.0) / steps);
      for (int i = 0; i < size; i++) {
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope[i];
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope[i] * slope[i];
        double mean = first[i] / (1 - Math.pow(FIRST_DECAY, step));
        double variance = second[i] / (1 - Math.pow(SECOND_DECAY, step));
        point[i] -= length * mean / (Math.sqrt(variance) + EPSILON);
        if (signs[i] * point[i] < 0) {
          point[i] = 0;
        }
      }
    }
    return point;
  }
}
