package org.pullquote.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, each time. */
final class Times {

  private final List<Long> nanos = new ArrayList<>();

  /** What is timed. */
  interface Step {
    void run() throws Exception;
  }

  /** Does it, and keeps how long it took. */
  void time(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    nanos.add(System.nanoTime() - start);
  }

  /** How long one step takes, in seconds. */
  static double seconds(Step step) throws Exception {
    Times times = new Times();
    times.time(step);
    return times.nanos.getFirst() / 1e9;
  }

  /** In milliseconds: that of so many of a hundred, the quickest first. */
  double percentile(int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p50 %.1f ms, p95 %.1f ms", percentile(50), percentile(95));
  }
}
