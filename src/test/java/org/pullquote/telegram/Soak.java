package org.pullquote.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the real process against the loopback server, and prints a report: {@code load}, {@code
 * recovery}, {@code kill ROUNDS SEED}, {@code soak MINUTES SEED}. Run by the profile {@code soak}.
 */
final class Soak {

  private static final String TOKEN = "4242:soak";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MONITORING_PORT = 9465;
  private static final String QUESTION = "Who laid a wreath?";

  private final Path folder;
  private final List<String> failures = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private int nextChat = 1000;

  /** How many answers Telegram refused because the reader had blocked the bot. */
  private int blocked;

  /** The process at the end of a minute; memory in megabytes. */
  private record Sample(double heap, long resident, double threads, double queue) {}

  private Soak(Path folder) {
    this.folder = folder;
  }

  /** Runs what the arguments name. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("pullquote-soak");
    Soak soak = new Soak(folder);
    switch (args[0]) {
      case "load" -> soak.load();
      case "recovery" -> soak.recovery();
      case "kill" -> soak.kill(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      case "soak" -> soak.soak(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      default -> throw new IllegalArgumentException("load, recovery, kill or soak");
    }
    soak.failures.forEach(failure -> print("FAILED: %s", failure));
    System.exit(soak.failures.isEmpty() ? 0 : 1);
  }

  private BotProcess start(LoopbackTelegram telegram, Map<String, String> settings)
      throws Exception {
    return new BotProcess(
        Files.createTempDirectory(folder, "run"), TOKEN, telegram.url(), settings);
  }

  private static Map<String, String> settings(int perSecond) {
    return Map.of(
        "LOG_LEVEL",
        "warn",
        "TELEGRAM_MESSAGES_PER_SECOND",
        String.valueOf(perSecond),
        "MONITORING_PORT",
        String.valueOf(MONITORING_PORT));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static void awaitAnswers(LoopbackTelegram telegram) throws InterruptedException {
    awaitAnswers(telegram, 0);
  }

  private static void awaitAnswers(LoopbackTelegram telegram, int butFor)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (telegram.taken().unanswered() > butFor && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }

  private void warmUp(LoopbackTelegram telegram) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      telegram.message("private", nextChat++, QUESTION);
    }
    awaitAnswers(telegram);
    telegram.taken().takeLatencies();
  }

  private static double percentile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
  }

  private void load() throws Exception {
    try (LoopbackTelegram telegram = new LoopbackTelegram(TOKEN, null)) {
      telegram.keepNoCalls();
      try (BotProcess bot = start(telegram, settings(1000))) {
        warmUp(telegram);
        throughput(telegram, "questions, 1,000 messages/s allowed", QUESTION, 3000);
        throughput(telegram, "/help, 1,000 messages/s allowed", "/help", 6000);
        print(
            "%n| load | questions/s | answered | p50 ms | p95 ms | p99 ms |%n|---|---|---|---|---|---|");
        latency(telegram, "1×, 1,000/s allowed", 1, 30);
        latency(telegram, "10×, 1,000/s allowed", 10, 30);
        latency(telegram, "100×, 1,000/s allowed", 100, 30);
        bot.terminate();
      }
      try (BotProcess bot = start(telegram, settings(30))) {
        warmUp(telegram);
        latency(telegram, "1×, Telegram's 30/s", 1, 30);
        latency(telegram, "10×, Telegram's 30/s", 10, 30);
        latency(telegram, "100×, Telegram's 30/s", 100, 10);
        bot.terminate();
      }
    }
  }

  private void throughput(LoopbackTelegram telegram, String what, String text, int count)
      throws InterruptedException {
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      telegram.message("private", nextChat++, text);
    }
    awaitAnswers(telegram);
    double seconds = (System.nanoTime() - begun) / 1e9;
    print("%s: %d in %.1f s, %.0f updates/s", what, count, seconds, count / seconds);
    telegram.taken().takeLatencies();
  }

  private void latency(LoopbackTelegram telegram, String what, int perSecond, int seconds)
      throws InterruptedException {
    long begun = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = begun + i * 1_000_000_000L / perSecond;
      long left = due - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
      telegram.message("private", nextChat++, QUESTION);
    }
    awaitAnswers(telegram);
    List<Double> times = telegram.taken().takeLatencies();
    print(
        "| %s | %d | %d of %d | %.0f | %.0f | %.0f |",
        what,
        perSecond,
        times.size(),
        perSecond * seconds,
        percentile(times, 0.5),
        percentile(times, 0.95),
        percentile(times, 0.99));
  }

  private void recovery() throws Exception {
    print("| fault | lasted s | all answered after its end, s |%n|---|---|---|");
    try (LoopbackTelegram telegram = new LoopbackTelegram(TOKEN, null)) {
      telegram.keepNoCalls();
      try (BotProcess bot = start(telegram, settings(30))) {
        warmUp(telegram);
        for (int seconds : new int[] {5, 60}) {
          recover(telegram, "502 to everything", Fault.badGateway(), seconds);
          recover(telegram, "every connection cut", new Fault.CutBefore(), seconds);
          recover(telegram, "nothing answered", new Fault.Hang(Duration.ofMinutes(1)), seconds);
          recover(telegram, "429, retry after 1, to everything", Fault.tooMany(1), seconds);
        }
        bot.terminate();
      }
      restart(telegram, "kill -9, started again at once", true);
      restart(telegram, "SIGTERM, started again at once", false);
    }
  }

  private void recover(LoopbackTelegram telegram, String what, Fault fault, int seconds)
      throws InterruptedException {
    telegram.failAll(fault);
    telegram.message("private", nextChat++, QUESTION);
    Thread.sleep(Duration.ofSeconds(seconds));
    telegram.failAll(null);
    report(telegram, what, String.valueOf(seconds), System.nanoTime());
  }

  /** Kills it, or stops it, while it answers, and starts it again at once. */
  private void restart(LoopbackTelegram telegram, String what, boolean kill) throws Exception {
    Path state = Files.createTempDirectory(folder, "run");
    try (BotProcess bot = new BotProcess(state, TOKEN, telegram.url(), settings(30))) {
      warmUp(telegram);
      for (int i = 0; i < 20; i++) {
        telegram.message("private", nextChat++, QUESTION);
      }
      if (kill) {
        bot.kill();
      } else {
        bot.terminate();
      }
    }
    telegram.message("private", nextChat++, QUESTION);
    long ended = System.nanoTime();
    try (BotProcess bot = new BotProcess(state, TOKEN, telegram.url(), settings(30))) {
      report(telegram, what, "-", ended);
      bot.terminate();
    }
  }

  private void report(LoopbackTelegram telegram, String what, String lasted, long ended)
      throws InterruptedException {
    awaitAnswers(telegram);
    require(telegram.taken().unanswered() == 0, what + ": a question was not answered");
    print("| %s | %s | %.1f |", what, lasted, (System.nanoTime() - ended) / 1e9);
    telegram.taken().takeLatencies();
  }

  /** Notes what must be so; what is not ends the run with a failure. */
  private void require(boolean holds, String otherwise) {
    if (!holds) {
      failures.add(otherwise);
    }
  }

  private void kill(int rounds, long seed) throws Exception {
    KillRounds.Result result = new KillRounds(folder.resolve("kill"), seed).play(rounds);
    print("%s", result);
    require(result.lost() == 0, "questions were lost");
    require(result.repeatedTwice() == 0, "questions were answered three times");
  }

  private void soak(int minutes, long seed) throws Exception {
    Random chance = new Random(seed);
    print(
        "seed %d%n%n| minute | answered | repeated | heap MB | resident MB | threads | queue |",
        seed);
    print("|---|---|---|---|---|---|---|");
    try (LoopbackTelegram telegram = new LoopbackTelegram(TOKEN, null)) {
      telegram.keepNoCalls();
      try (BotProcess bot = start(telegram, settings(30))) {
        warmUp(telegram);
        int asked = 0;
        for (int minute = 1; minute <= minutes; minute++) {
          asked += minute(telegram, chance);
          sample(minute, telegram, bot);
        }
        awaitAnswers(telegram, blocked);
        int unanswered = telegram.taken().unanswered();
        print(
            "%nasked %d, unanswered %d, of whom %d had blocked the bot",
            asked, unanswered, blocked);
        print("stopped in %d ms", bot.terminate());
        require(unanswered <= blocked, "questions were not answered");
        requireFlat();
      }
    }
  }

  /** A minute of 10 questions a second with a fault every few seconds; how many were asked. */
  private int minute(LoopbackTelegram telegram, Random chance) throws InterruptedException {
    List<Fault> mix =
        List.of(
            Fault.badGateway(),
            new Fault.CutBefore(),
            new Fault.CutAfter(),
            new Fault.Slow(Duration.ofMillis(300)),
            Fault.tooMany(1),
            new Fault.Status(200, "<html>"),
            new Fault.Refuse(403, "Forbidden: bot was blocked by the user", null));
    int asked = 0;
    for (int second = 0; second < 60; second++) {
      if (chance.nextInt(3) == 0) {
        Fault fault = mix.get(chance.nextInt(mix.size()));
        boolean block = fault instanceof Fault.Refuse;
        if (block) {
          blocked++;
        }
        telegram.fail(block || chance.nextBoolean() ? "sendMessage" : "getUpdates", fault);
      }
      if (chance.nextInt(5) == 0) {
        telegram.update("message", TelegramStandIn.json("{\"date\": \"poison\"}"));
      }
      for (int i = 0; i < 10; i++) {
        telegram.message("private", nextChat++, QUESTION);
        asked++;
        Thread.sleep(100);
      }
    }
    return asked;
  }

  /** The later half of the run needs no more than the earlier one, its first minutes left out. */
  private void requireFlat() {
    if (samples.size() < 8) {
      print("not flat or not: that takes 8 minutes");
      return;
    }
    List<Sample> early = samples.subList(2, samples.size() / 2 + 1);
    List<Sample> late = samples.subList(samples.size() / 2 + 1, samples.size());
    require(
        most(late, Sample::resident) <= 1.1 * most(early, Sample::resident),
        "resident memory grew by more than a tenth");
    require(most(late, Sample::heap) <= 1.5 * most(early, Sample::heap), "the heap grew by half");
    require(most(late, Sample::threads) <= most(early, Sample::threads) + 2, "threads were leaked");
    require(most(samples, Sample::queue) <= 1000, "the queue was not bounded");
  }

  private static double most(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return samples.stream().mapToDouble(value).max().orElse(0);
  }

  private void sample(int minute, LoopbackTelegram telegram, BotProcess bot) throws Exception {
    String metrics;
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI page = URI.create("http://127.0.0.1:" + MONITORING_PORT + "/metrics");
      metrics = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    }
    Sample sample =
        new Sample(
            sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\}") / 1e6,
            resident(bot.id()),
            sum(metrics, "jvm_threads_live_threads"),
            sum(metrics, "pullquote_queue_size"));
    samples.add(sample);
    print(
        "| %d | %d | %d | %.0f | %d | %.0f | %.0f |",
        minute,
        telegram.taken().takeLatencies().size(),
        telegram.messages().size() - telegram.taken().repliedTo(),
        sample.heap(),
        sample.resident(),
        sample.threads(),
        sample.queue());
  }

  private static double sum(String metrics, String name) {
    Matcher value = Pattern.compile("(?m)^" + name + " ([0-9.E+-]+)$").matcher(metrics);
    double sum = 0;
    while (value.find()) {
      sum += Double.parseDouble(value.group(1));
    }
    return sum;
  }

  private static long resident(long process) throws Exception {
    Matcher resident =
        Pattern.compile("VmRSS:\\s+(\\d+) kB")
            .matcher(Files.readString(Path.of("/proc", String.valueOf(process), "status")));
    return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : -1;
  }
}
