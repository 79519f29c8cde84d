package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kills the real process at random moments under load, starts it again, and counts what became of
 * each question: none may be lost, and a kill may repeat what was under way, once.
 */
final class KillRounds {

  private static final String TOKEN = "4242:kill-rounds";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int CHATS = 40;

  /** From the JVM's start, through the work, to the idle bot. */
  private static final int LATEST_KILL_MILLIS = 4_500;

  private static final int MOST_QUESTIONS = 40;

  private final Path folder;
  private final long seed;
  private final Random chance;
  private final Set<Integer> asked = new TreeSet<>();

  /**
   * What came of it.
   *
   * @param lost questions never answered
   * @param repeated questions answered twice
   * @param repeatedTwice questions answered more often
   */
  record Result(long seed, int rounds, int questions, int lost, int repeated, int repeatedTwice) {}

  KillRounds(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.chance = new Random(seed);
  }

  /** Plays so many rounds, and lets a last process finish what is left. */
  Result play(int rounds) throws Exception {
    Files.createDirectories(folder);
    try (LoopbackTelegram telegram = new LoopbackTelegram(TOKEN, null)) {
      telegram.keepNoCalls();
      for (int round = 0; round < rounds; round++) {
        try (BotProcess bot = start(telegram)) {
          int killAfter = chance.nextInt(LATEST_KILL_MILLIS);
          long begun = System.nanoTime();
          int questions = 1 + chance.nextInt(MOST_QUESTIONS);
          for (int i = 0; i < questions; i++) {
            asked.add(
                telegram.message("private", 100 + chance.nextInt(CHATS), "Who laid a wreath?"));
          }
          long left = killAfter - (System.nanoTime() - begun) / 1_000_000;
          Thread.sleep(Math.max(0, left));
          bot.kill();
        }
      }
      try (BotProcess bot = start(telegram)) {
        awaitAnswers(telegram, bot);
        bot.terminate();
      }
      return result(rounds, answers(telegram));
    }
  }

  private BotProcess start(LoopbackTelegram telegram) throws Exception {
    return new BotProcess(folder, TOKEN, telegram.url(), Map.of("LOG_LEVEL", "info"));
  }

  private void awaitAnswers(LoopbackTelegram telegram, BotProcess bot) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (bot.isAlive()
        && System.nanoTime() < deadline
        && !answers(telegram).keySet().containsAll(asked)) {
      Thread.sleep(100);
    }
    awaitSilence(telegram);
  }

  /** What is still on its way may be a repetition. */
  private static void awaitSilence(LoopbackTelegram telegram) throws InterruptedException {
    int before;
    do {
      before = telegram.messages().size();
      Thread.sleep(SILENCE);
    } while (telegram.messages().size() > before || telegram.unconfirmed() > 0);
  }

  private static Map<Integer, Integer> answers(LoopbackTelegram telegram) {
    Map<Integer, Integer> answers = new HashMap<>();
    for (JsonNode message : telegram.messages()) {
      answers.merge(message.path("reply_parameters").path("message_id").asInt(), 1, Integer::sum);
    }
    return answers;
  }

  private Result result(int rounds, Map<Integer, Integer> answers) {
    int lost = 0;
    int repeated = 0;
    int repeatedTwice = 0;
    for (int question : asked) {
      int count = answers.getOrDefault(question, 0);
      lost += count == 0 ? 1 : 0;
      repeated += count == 2 ? 1 : 0;
      repeatedTwice += count > 2 ? 1 : 0;
    }
    return new Result(seed, rounds, asked.size(), lost, repeated, repeatedTwice);
  }
}
