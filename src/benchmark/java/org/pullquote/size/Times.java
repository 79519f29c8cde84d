package org.pullquote.size;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long something took, each time, and what it took of the processors: on a machine that does
 * other work as well, the latter says more.
 */
final class Times {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Long> nanos = new ArrayList<>();
  private final List<Long> processorNanos = new ArrayList<>();
  private final List<Long> threadNanos = new ArrayList<>();

  /** What is timed. */
  interface Step {
    void run() throws Exception;
  }

  /** Does it, and keeps how long it took. */
  void time(Step step) throws Exception {
    long processors = SYSTEM.getProcessCpuTime();
    long thread = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    step.run();
    nanos.add(System.nanoTime() - start);
    threadNanos.add(THREADS.getCurrentThreadCpuTime() - thread);
    processorNanos.add(SYSTEM.getProcessCpuTime() - processors);
  }

  /** How long one step takes. */
  static Times of(Step step) throws Exception {
    Times times = new Times();
    times.time(step);
    return times;
  }

  /** How long the first step took, in seconds. */
  double seconds() {
    return nanos.getFirst() / 1e9;
  }

  /** What the first step took of the processors, in seconds. */
  double processorSeconds() {
    return processorNanos.getFirst() / 1e9;
  }

  /**
   * What a step took of a processor on the thread that did it, in milliseconds: that of so many of a
   * hundred, the quickest first.
   */
  double threadPercentile(int percent) {
    return percentile(threadNanos, percent);
  }

  private static double percentile(List<Long> of, int percent) {
    List<Long> sorted = of.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms; of processors in the mean %.1f ms",
        percentile(nanos, 50),
        percentile(nanos, 95),
        // The system counts it in steps of some milliseconds.
        processorNanos.stream().mapToLong(Long::longValue).average().orElse(0) / 1e6);
  }
}
