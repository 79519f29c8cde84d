package org.pullquote.capacity;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Questions on their way through a bot, simulated event by event: they arrive at random (a Poisson
 * process), wait for one of the processors that find answers, and then for their moment among the
 * messages that Telegram takes. Times are in milliseconds.
 */
final class QueueSimulation {

  private final RandomGenerator chance;

  QueueSimulation(RandomGenerator chance) {
    this.chance = chance;
  }

  /**
   * What readers wait for their answers.
   *
   * @param mean of all waits
   * @param p50 half of them are shorter
   * @param p95 95 of 100 are shorter
   * @param p99 99 of 100 are shorter
   */
  record Waits(double mean, double p50, double p95, double p99) {

    static Waits of(double[] waits) {
      double[] sorted = waits.clone();
      Arrays.sort(sorted);
      return new Waits(
          Arrays.stream(sorted).average().orElse(0), at(sorted, .5), at(sorted, .95), at(sorted, .99));
    }

    private static double at(double[] sorted, double part) {
      return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
    }
  }

  /** When that many questions arrive, in order. */
  double[] arrivals(int count, double perSecond) {
    double[] at = new double[count];
    double now = 0;
    for (int i = 0; i < count; i++) {
      now += -1_000 / perSecond * Math.log(1 - chance.nextDouble());
      at[i] = now;
    }
    return at;
  }

  /**
   * When each is served, by the first of equal servers that is free, in the order of arrival.
   *
   * @param service how long the next one takes
   */
  static double[] serve(double[] arrivals, int servers, DoubleSupplier service) {
    PriorityQueue<Double> freeAt = new PriorityQueue<>();
    for (int i = 0; i < servers; i++) {
      freeAt.add(0.0);
    }
    double[] done = new double[arrivals.length];
    for (int i = 0; i < arrivals.length; i++) {
      done[i] = Math.max(arrivals[i], freeAt.remove()) + service.getAsDouble();
      freeAt.add(done[i]);
    }
    return done;
  }

  /**
   * What readers wait from their question to the moment at which the answer is sent.
   *
   * @param processors that find answers, of all replicas together
   * @param service how long the next answer takes to find
   * @param spacing between two messages of the bot
   */
  Waits waits(
      int questions, double perSecond, int processors, DoubleSupplier service, double spacing) {
    double[] arrivals = arrivals(questions, perSecond);
    double[] found = serve(arrivals, processors, service);
    Integer[] order = new Integer[questions];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (one, other) -> Double.compare(found[one], found[other]));
    double[] waits = new double[questions];
    double free = 0;
    for (int each : order) {
      double sent = Math.max(found[each], free);
      free = sent + spacing;
      waits[each] = sent - arrivals[each];
    }
    return Waits.of(waits);
  }
}
