package org.pullquote.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation against what queueing theory knows exactly. */
class QueueSimulationClusterTest {

  private static final int QUESTIONS = 400_000;

  /** M/D/1, by Pollaczek and Khinchine: the mean wait in the queue is ρs / 2(1 - ρ). */
  @ParameterizedTest
  @CsvSource({"10", "20", "25"})
  void waitsAtALimitAsInTheory(double perSecond) {
    double spacing = 35;
    double load = perSecond * spacing / 1_000;
    double expected = load * spacing / (2 * (1 - load));
    QueueSimulation simulation = new QueueSimulation(new Random(1));
    double mean = simulation.waits(QUESTIONS, perSecond, 1_000, () -> 0, spacing).mean();
    assertEquals(expected, mean, .05 * expected);
  }

  /** M/M/k, by Erlang's C: the mean time in the system, service included. */
  @ParameterizedTest
  @CsvSource({"1, 20, 40", "2, 40, 40", "4, 60, 50"})
  void waitsForProcessorsAsInTheory(int processors, double perSecond, double mean) {
    double offered = perSecond * mean / 1_000;
    double term = 1;
    double sum = 0;
    for (int k = 0; k < processors; k++) {
      sum += term;
      term *= offered / (k + 1);
    }
    double last = term * processors / (processors - offered);
    double waiting = last / (sum + last);
    double expected = waiting * mean / (processors - offered) + mean;
    Random chance = new Random(2);
    QueueSimulation simulation = new QueueSimulation(chance);
    double simulated =
        simulation
            .waits(
                QUESTIONS,
                perSecond,
                processors,
                () -> -mean * Math.log(1 - chance.nextDouble()),
                0)
            .mean();
    assertEquals(expected, simulated, .05 * expected);
  }
}
