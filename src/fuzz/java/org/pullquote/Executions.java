package org.pullquote;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often each target was run, and says so at the end. */
public final class Executions {

  private static final Map<String, LongAdder> COUNTS = new ConcurrentSkipListMap<>();

  private Executions() {}

  /** Counts one run of a target. */
  public static void count(String target) {
    COUNTS.computeIfAbsent(target, first -> new LongAdder()).increment();
  }

  /** Prints the counts, and begins anew. */
  public static void print() {
    COUNTS.forEach((target, count) -> System.out.println(target + ": " + count + " executions"));
    COUNTS.clear();
  }
}
