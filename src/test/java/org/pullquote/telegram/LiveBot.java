package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answerer;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Guide;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;

/** The real bot, in this process and about an article of one sentence, and a server on loopback. */
abstract class LiveBot {

  static final String TOKEN = "4242:matrix";
  static final Path API = Path.of("..", "shared", "telegram", "bot-api-10.2.json");
  static final Duration PATIENCE = Duration.ofSeconds(40);
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);
  static final int USER_PER_MINUTE = 8;
  static final Answerer ANSWERER =
      Fixtures.answerer(Fixtures.paragraphs("The mayor opened the bridge on Monday."));

  @TempDir Path folder;

  LoopbackTelegram telegram;
  TelegramBot bot;
  CompletableFuture<Void> ended;

  @BeforeEach
  void open() throws IOException {
    telegram = new LoopbackTelegram(TOKEN, Files.exists(API) ? new BotApi(API) : null);
  }

  @AfterEach
  void close() {
    if (bot != null) {
      bot.close();
    }
    telegram.close();
  }

  void start() {
    start(Duration.ofHours(1));
  }

  void start(Duration tooOld) {
    BotSettings settings =
        new BotSettings(
            BotServer.parse(telegram.url()),
            Duration.ofSeconds(2),
            tooOld,
            USER_PER_MINUTE,
            100,
            30,
            new StoreLocation.Folder(folder),
            null);
    bot =
        new TelegramBot(
            new BotToken(TOKEN),
            settings,
            new Articles(new Guide(ANSWERER)),
            null,
            new SimpleMeterRegistry(),
            CALL_TIMEOUT);
    ended = run(bot);
  }

  /** Runs a bot beside the test, until it ends. */
  static CompletableFuture<Void> run(TelegramBot bot) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            bot.run();
          } catch (Exception e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
          }
        },
        work -> Thread.ofPlatform().daemon().start(work));
  }

  /** How often each question was answered, by the id of its message. */
  Map<Integer, Long> answers() {
    Map<Integer, Long> answers = new TreeMap<>();
    for (JsonNode message : telegram.messages()) {
      answers.merge(message.path("reply_parameters").path("message_id").asInt(), 1L, Long::sum);
    }
    return answers;
  }

  /** Asks in that many chats, twice in each. */
  List<Integer> ask(int chats) {
    return IntStream.range(0, 2 * chats)
        .mapToObj(i -> telegram.message("private", 100 + i % chats, "Who opened the bridge?"))
        .toList();
  }

  void assertAnswered(List<Integer> questions, int atMost) throws InterruptedException {
    telegram.awaitMessages(questions.size(), PATIENCE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers().keySet().containsAll(questions) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    awaitConfirmed();
    Map<Integer, Long> answers = answers();
    assertEquals(questions, List.copyOf(answers.keySet()), "each is answered");
    long most = answers.values().stream().mapToLong(Long::longValue).max().orElse(0);
    assertTrue(most <= atMost, () -> "answered more than " + atMost + " times: " + answers);
    assertTrue(
        answers.values().stream().mapToLong(count -> count - 1).sum() <= 1,
        () -> "one fault repeats one answer at the most: " + answers);
  }

  void awaitConfirmed() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (telegram.unconfirmed() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(0, telegram.unconfirmed(), "all is confirmed");
  }

  void restart() {
    bot.close();
    start();
  }

  String failure() throws Exception {
    try {
      ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return "ended without a word";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause().getMessage());
    }
  }

  /** What the bot has kept. */
  StoreView store() {
    return new StoreView(folder.resolve("telegram-" + LoopbackTelegram.BOT_ID + ".sqlite"));
  }
}
