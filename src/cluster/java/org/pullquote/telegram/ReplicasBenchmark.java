package org.pullquote.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pullquote.cluster.RealPostgres;

/**
 * Measures what replicas carry that Telegram does not hold back: answers a second when all are asked
 * at once, what an answer costs of processors, and how long it takes when few ask.
 */
public final class ReplicasBenchmark {

  private static final int CHATS = 200;
  private static final int QUESTIONS = 600;
  private static final int PACED_PER_SECOND = 5;
  private static final Duration PACED = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double TICKS_PER_SECOND = 100;

  private static final List<String> ASKED =
      List.of(
          "Who laid a wreath?",
          "Who welcomed Sergei Shoigu?",
          "Where did Shoigu arrive?",
          "What did Shoigu say?",
          "Did Putin resign?");

  private ReplicasBenchmark() {}

  /** Runs it for 1, 2 and 3 replicas; the argument is a folder for what it keeps. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    System.out.println(
        "| replicas | answers/s | CPU of the bot, ms an answer | of PostgreSQL | p50, ms | p95, ms |"
            + " RSS a replica, MiB |");
    System.out.println("|--:|--:|--:|--:|--:|--:|--:|");
    for (int replicas = 1; replicas <= 3; replicas++) {
      System.out.println(row(folder.resolve(String.valueOf(replicas)), replicas));
    }
    System.exit(0);
  }

  private static String row(Path folder, int count) throws Exception {
    Map<String, String> settings =
        Map.of(
            "TELEGRAM_MESSAGES_PER_SECOND", "1000",
            "TELEGRAM_USER_MESSAGES_PER_MINUTE", "10000",
            "LOG_LEVEL", "warn");
    try (LoopbackTelegram telegram = new LoopbackTelegram(Replicas.TOKEN, null);
        RealPostgres postgres = RealPostgres.start();
        Replicas replicas = new Replicas(count, folder, telegram, postgres, settings)) {
      telegram.keepNoCalls();
      ask(telegram, CHATS, 0);
      telegram.taken().takeLatencies();
      ask(telegram, (int) (PACED.toSeconds() * PACED_PER_SECOND), 1_000 / PACED_PER_SECOND);
      List<Double> latencies = telegram.taken().takeLatencies().stream().sorted().toList();
      List<Long> bots = replicas.processes();
      List<Long> servers = postgres.processes();
      double bot = seconds(bots);
      double server = seconds(servers);
      long begun = System.nanoTime();
      ask(telegram, QUESTIONS, 0);
      double took = (System.nanoTime() - begun) / 1e9;
      return String.format(
          Locale.ROOT,
          "| %d | %.0f | %.1f | %.1f | %.0f | %.0f | %d |",
          count,
          QUESTIONS / took,
          1_000 * (seconds(bots) - bot) / QUESTIONS,
          1_000 * (seconds(servers) - server) / QUESTIONS,
          latencies.get(latencies.size() / 2),
          latencies.get(latencies.size() * 95 / 100),
          memory(bots) / count);
    }
  }

  /** Asks, and waits for the answers. */
  private static void ask(LoopbackTelegram telegram, int questions, int pauseMillis)
      throws InterruptedException {
    int before = telegram.messages().size();
    for (int i = 0; i < questions; i++) {
      telegram.message("private", 1_000 + i % CHATS, ASKED.get(i % ASKED.size()));
      Thread.sleep(pauseMillis);
    }
    if (telegram.awaitMessages(before + questions, PATIENCE).size() < before + questions) {
      throw new IllegalStateException("not all questions were answered");
    }
  }

  /** What processes have used of processors so far, in seconds. */
  private static double seconds(List<Long> processes) throws IOException {
    double ticks = 0;
    for (String stat : read(processes, "stat")) {
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** What processes have in memory, in MiB. */
  private static long memory(List<Long> processes) throws IOException {
    long pages = 0;
    for (String statm : read(processes, "statm")) {
      pages += Long.parseLong(statm.split(" ")[1]);
    }
    return pages * 4 / 1_024;
  }

  private static List<String> read(List<Long> processes, String file) throws IOException {
    List<String> contents = new ArrayList<>();
    for (long process : processes) {
      Path path = Path.of("/proc", String.valueOf(process), file);
      if (Files.exists(path)) {
        contents.add(Files.readString(path));
      }
    }
    return contents;
  }
}
