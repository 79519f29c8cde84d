package org.pullquote.capacity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.pullquote.capacity.QueueSimulation.Waits;

/**
 * Prints what readers wait for, by how many ask and how many processors find answers, from the
 * measured time that an answer takes: {@code Capacity P50 P95}, in milliseconds.
 */
public final class Capacity {

  private static final int QUESTIONS = 200_000;
  private static final long SEED = 1;
  private static final double P95_DEVIATIONS = 1.645;

  private static final List<Integer> PROCESSORS = List.of(2, 6, 60);

  /** Between two messages, by Telegram's limits of 30 and, paid for, 1,000 a second. */
  private static final Map<Double, List<Double>> PER_SECOND =
      new TreeMap<>(
          Map.of(
              1.1 * 1_000 / 30, List.of(1.0, 5.0, 10.0, 20.0, 25.0, 27.0),
              1.1, List.of(20.0, 50.0, 100.0, 200.0, 500.0, 900.0)));

  private Capacity() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    double p50 = Double.parseDouble(arguments[0]);
    double p95 = Double.parseDouble(arguments[1]);
    PER_SECOND.forEach((spacing, asked) -> print(spacing, asked, p50, p95));
  }

  private static void print(double spacing, List<Double> asked, double p50, double p95) {
    System.out.printf(Locale.ROOT, "%nA message each %.2f ms:%n%n", spacing);
    System.out.println("| asked a second | processors | p50, ms | p95, ms | p99, ms |");
    System.out.println("|--:|--:|--:|--:|--:|");
    for (double perSecond : asked) {
      for (int processors : PROCESSORS) {
        System.out.println(row(spacing, perSecond, processors, p50, p95));
      }
    }
  }

  private static String row(
      double spacing, double perSecond, int processors, double p50, double p95) {
    String asked = String.format(Locale.ROOT, "| %.0f | %d |", perSecond, processors);
    if (perSecond * meanOf(p50, p95) / 1_000 >= processors) {
      return asked + " more than they can find | | |";
    }
    Random chance = new Random(SEED);
    Waits waits =
        new QueueSimulation(chance)
            .waits(QUESTIONS, perSecond, processors, times(p50, p95, chance), spacing);
    return asked
        + String.format(Locale.ROOT, " %.0f | %.0f | %.0f |", waits.p50(), waits.p95(), waits.p99());
  }

  private static double deviation(double p50, double p95) {
    return Math.log(p95 / p50) / P95_DEVIATIONS;
  }

  /** The mean of such times. */
  private static double meanOf(double p50, double p95) {
    double deviation = deviation(p50, p95);
    return p50 * Math.exp(deviation * deviation / 2);
  }

  /** Times whose logarithms are spread evenly about their middle, with those two quantiles. */
  private static DoubleSupplier times(double p50, double p95, Random chance) {
    double deviation = deviation(p50, p95);
    return () -> p50 * Math.exp(deviation * chance.nextGaussian());
  }
}
