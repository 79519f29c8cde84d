package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answerer;
import org.pullquote.chat.Conversation;

/**
 * Faults of the server and of the way to it, each asserting that every question was answered: once,
 * or at most twice where the outcome of a send was unknown. The tests wait most of the time: they
 * run side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultMatrixTest {

  private static final String TOKEN = "4242:matrix";
  private static final Path API = Path.of("..", "shared", "telegram", "bot-api-10.2.json");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
  private static final int USER_PER_MINUTE = 8;
  private static final Answerer ANSWERER =
      Fixtures.answerer(Fixtures.paragraphs("The mayor opened the bridge on Monday."));

  @TempDir Path folder;

  private LoopbackTelegram telegram;
  private TelegramBot bot;
  private CompletableFuture<Void> ended;

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

  private void start() {
    start(Duration.ofHours(1));
  }

  private void start(Duration tooOld) {
    BotSettings settings =
        new BotSettings(
            BotServer.parse(telegram.url()),
            Duration.ofSeconds(2),
            tooOld,
            USER_PER_MINUTE,
            100,
            30,
            folder,
            null);
    bot =
        new TelegramBot(
            new BotToken(TOKEN),
            settings,
            () -> new Conversation(ANSWERER, Fixtures.MESSAGES),
            Fixtures.MESSAGES,
            new SimpleMeterRegistry(),
            CALL_TIMEOUT);
    ended =
        CompletableFuture.runAsync(
            () -> {
              try {
                bot.run();
              } catch (Exception e) {
                throw new IllegalStateException(String.valueOf(e.getMessage()), e);
              }
            },
            work -> Thread.ofPlatform().daemon().start(work));
  }

  private static JsonNode poison(String json) {
    return LoopbackTelegram.json(json);
  }

  /** How often each question was answered, by the id of its message. */
  private Map<Integer, Long> answers() {
    Map<Integer, Long> answers = new TreeMap<>();
    for (JsonNode message : telegram.messages()) {
      answers.merge(message.path("reply_parameters").path("message_id").asInt(), 1L, Long::sum);
    }
    return answers;
  }

  /** Asks in that many chats, twice in each. */
  private List<Integer> ask(int chats) {
    return IntStream.range(0, 2 * chats)
        .mapToObj(i -> telegram.message("private", 100 + i % chats, "Who opened the bridge?"))
        .toList();
  }

  private void assertAnswered(List<Integer> questions, int atMost) throws InterruptedException {
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

  private void awaitConfirmed() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (telegram.unconfirmed() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(0, telegram.unconfirmed(), "all is confirmed");
  }

  private static Arguments row(String what, String method, int atMost, Fault... faults) {
    return Arguments.of(what, method, atMost, faults);
  }

  static Stream<Arguments> faults() {
    Fault.Hang hang = new Fault.Hang(CALL_TIMEOUT.plusSeconds(1));
    Fault.Hang longHang = new Fault.Hang(CALL_TIMEOUT.plusSeconds(3));
    return Stream.of(
        row("poll: 502 with HTML", "getUpdates", 1, Fault.badGateway(), Fault.badGateway()),
        row("poll: 500 in JSON", "getUpdates", 1, new Fault.Refuse(500, "Internal", null)),
        row("poll: 200 with HTML", "getUpdates", 1, new Fault.Status(200, "<html>login</html>")),
        row("poll: an empty body", "getUpdates", 1, new Fault.Status(200, "")),
        row("poll: null", "getUpdates", 1, new Fault.Status(200, "null")),
        row("poll: cut before", "getUpdates", 1, new Fault.CutBefore(), new Fault.CutBefore()),
        row("poll: cut after", "getUpdates", 1, new Fault.CutAfter(), new Fault.CutAfter()),
        row("poll: no answer", "getUpdates", 1, longHang),
        row("poll: slow", "getUpdates", 1, new Fault.Slow(Duration.ofMillis(500))),
        row("poll: 429", "getUpdates", 1, Fault.tooMany(1)),
        row("start: 502", "getMe", 1, Fault.badGateway(), new Fault.CutBefore()),
        row("send: 502 with HTML", "sendMessage", 1, Fault.badGateway(), Fault.badGateway()),
        row("send: 500 in JSON", "sendMessage", 1, new Fault.Refuse(500, "Internal", null)),
        row("send: 429", "sendMessage", 1, Fault.tooMany(1), Fault.tooMany(2)),
        row("send: 429 without a time", "sendMessage", 1, new Fault.Refuse(429, "x", null)),
        row("send: cut before", "sendMessage", 1, new Fault.CutBefore(), new Fault.CutBefore()),
        row("send: no answer, not carried out", "sendMessage", 1, hang),
        row("send: slow", "sendMessage", 1, new Fault.Slow(Duration.ofMillis(500))),
        row(
            "send: slower than is waited, carried out",
            "sendMessage",
            2,
            new Fault.Slow(CALL_TIMEOUT.plusSeconds(1))),
        row("send: cut after", "sendMessage", 2, new Fault.CutAfter()),
        row(
            "send: refused, taken as bare text",
            "sendMessage",
            1,
            new Fault.Refuse(400, "Bad Request: ENTITY_BOUNDS_INVALID", null)),
        row(
            "send: the question was deleted",
            "sendMessage",
            1,
            new Fault.Refuse(400, "Bad Request: message thread is odd", null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void answersEachQuestion(String what, String method, int atMost, Fault[] faults)
      throws Exception {
    telegram.fail(method, faults);
    start();
    assertAnswered(withoutRefused(ask(4), faults), atMost);
    assertFalse(ended.isDone());
  }

  /** A question answered as bare text has no reply to be recognised by. */
  private List<Integer> withoutRefused(List<Integer> questions, Fault[] faults)
      throws InterruptedException {
    boolean bare = faults[0] instanceof Fault.Refuse refuse && refuse.code() == 400;
    if (!bare) {
      return questions;
    }
    telegram.awaitMessages(questions.size(), PATIENCE);
    assertEquals(questions.size(), telegram.messages().size());
    long replies = answers().keySet().stream().filter(id -> id > 0).count();
    assertEquals(questions.size() - 1, replies, "all but the bare one are replies");
    return List.copyOf(answers().keySet());
  }

  @Test
  void knowsRepetitionsByUpdateAndByMessage() throws Exception {
    start();
    int question = telegram.message("private", 9, "Who opened the bridge?");
    JsonNode message = telegram.lastMessage();
    assertAnswered(List.of(question), 1);
    telegram.repeatMessage(message, true);
    telegram.repeatMessage(message, false);
    awaitConfirmed();
    int next = telegram.message("private", 9, "Who opened the bridge?");
    assertAnswered(List.of(question, next), 1);
  }

  @Test
  void goesOnWhereIdsBeginAnewLower() throws Exception {
    start();
    int first = telegram.message("private", 9, "Who opened the bridge?");
    assertAnswered(List.of(first), 1);
    // They do so after a week: what came before was confirmed long ago.
    telegram.awaitConfirmed(PATIENCE);
    telegram.numberUpdatesFrom(17);
    int second = telegram.message("private", 9, "Who opened the bridge?");
    int third = telegram.message("private", 8, "Who opened the bridge?");
    assertAnswered(List.of(first, second, third), 1);
  }

  @Test
  void putsPoisonAsideAndAnswersWhatIsAroundIt() throws Exception {
    int before = telegram.message("private", 9, "Who opened the bridge?");
    telegram.update("message", poison("{\"date\": \"yesterday\"}"));
    telegram.update("message", poison("{\"date\": 99999999999999}"));
    telegram.update("message", poison("[]"));
    telegram.update("message", poison("{\"message_id\": 1, \"date\": 1}"));
    telegram.update("no_such_kind", poison("{\"a\": 1}"));
    int after = telegram.message("private", 8, "Who opened the bridge?");
    start();
    assertAnswered(List.of(before, after), 1);
  }

  @Test
  void keepsTheOrderOfAChatThroughFaults() throws Exception {
    telegram.fail("sendMessage", Fault.badGateway(), new Fault.CutBefore(), Fault.tooMany(1));
    start();
    List<Integer> asked =
        IntStream.range(0, 4)
            .mapToObj(i -> telegram.message("private", 9, "Who opened the bridge?"))
            .toList();
    assertAnswered(asked, 1);
    assertEquals(
        asked,
        telegram.messages().stream()
            .map(message -> message.path("reply_parameters").path("message_id").asInt())
            .toList());
  }

  @Test
  void givesUpAtOnceWhereItIsBlocked() throws Exception {
    telegram.block(9);
    start();
    telegram.message("private", 9, "Who opened the bridge?");
    int other = telegram.message("private", 8, "Who opened the bridge?");
    assertAnswered(List.of(other), 1);
    telegram.await("sendMessage", 2, PATIENCE);
    restart();
    int next = telegram.message("private", 8, "Who opened the bridge?");
    assertAnswered(List.of(other, next), 1);
    assertEquals(1, refusedSends());
  }

  private long refusedSends() {
    return telegram.calls("sendMessage").stream()
        .filter(call -> !call.response().path("ok").asBoolean())
        .count();
  }

  private void restart() {
    bot.close();
    start();
  }

  @Test
  void followsAGroupThatWasUpgraded() throws Exception {
    telegram.upgrade(-5, -1005);
    start();
    telegram.message("group", -5, "/ask@pullquote_bot Who opened the bridge?");
    List<JsonNode> said = telegram.awaitMessages(1, PATIENCE);
    assertEquals(1, said.size());
    assertEquals(-1005, said.getFirst().path("chat_id").asLong());
    // The new group numbers its messages anew: the number may be that of another one there.
    assertFalse(said.getFirst().has("reply_parameters"));
  }

  @Test
  void answersAQuestionThatWasDeleted() throws Exception {
    int question = telegram.message("private", 9, "Who opened the bridge?");
    telegram.deleteMessage(question);
    start();
    assertAnswered(List.of(question), 1);
  }

  @Test
  void tellsAFlooderOnceWhileOthersAreAnswered() throws Exception {
    start();
    IntStream.range(0, 60).forEach(i -> telegram.message("private", 9, "Who opened the bridge?"));
    int other = telegram.message("private", 8, "Who opened the bridge?");
    telegram.awaitMessages(2, PATIENCE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers().containsKey(other) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    int before = telegram.messages().size();
    assertTrue(before < 5, () -> "the other did not wait for the flooder: " + before);
    awaitConfirmed();
    String notice = Fixtures.MESSAGES.get("flood");
    int expected = USER_PER_MINUTE + 2;
    List<JsonNode> said = telegram.awaitMessages(expected, PATIENCE);
    assertEquals(expected, said.size(), "answers, a notice, and the other's answer");
    assertEquals(notice, said.getLast().path("text").asText());
  }

  @Test
  void dropsWhatIsTooOldWithOneNotice() throws Exception {
    for (int i = 0; i < 5; i++) {
      telegram.agedMessage(9, "Who opened the bridge?", Duration.ofHours(3));
    }
    int fresh = telegram.message("private", 9, "Who opened the bridge?");
    start();
    telegram.awaitMessages(2, PATIENCE);
    awaitConfirmed();
    List<String> said =
        telegram.messages().stream().map(message -> message.path("text").asText()).toList();
    assertEquals(Fixtures.MESSAGES.get("late"), said.getFirst());
    assertTrue(answers().containsKey(fresh));
    assertEquals(2, said.size());
  }

  @Test
  void keepsToTelegramsLimits() throws Exception {
    telegram.limitSending();
    start();
    List<Integer> questions = ask(20);
    assertAnswered(questions, 1);
    assertEquals(0, refusedSends());
  }

  private String failure() throws Exception {
    try {
      ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return "ended without a word";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause().getMessage());
    }
  }

  @Test
  void endsLoudlyWhereAnotherPolls() throws Exception {
    start();
    int question = telegram.message("private", 9, "Who opened the bridge?");
    assertAnswered(List.of(question), 1);
    telegram.fail("getUpdates", new Fault.Refuse(409, "Conflict: terminated by other", null));
    String failure = failure();
    assertTrue(failure.contains("another program polls with this bot token"), failure);
  }

  @Test
  void endsLoudlyWhereTheTokenIsRevoked() throws Exception {
    telegram.fail("getUpdates", new Fault.Refuse(401, "Unauthorized", null));
    start();
    String failure = failure();
    assertTrue(failure.contains("check TELEGRAM_BOT_TOKEN"), failure);
  }

  @Test
  void saysHowToGetRidOfAWebhook() throws Exception {
    try (WebhookAdmin admin =
        new WebhookAdmin(new BotToken(TOKEN), BotServer.parse(telegram.url()))) {
      admin.set(URI.create("https://example.org/pullquote"));
      assertTrue(admin.describe().startsWith("https://example.org/pullquote\n"));
      start();
      String failure = failure();
      assertTrue(failure.contains("pullquote webhook delete"), failure);
      admin.delete();
      assertTrue(admin.describe().startsWith("no webhook is set"));
    }
  }

  @Test
  void isAloneWithItsState() throws Exception {
    start();
    assertAnswered(List.of(telegram.message("private", 9, "Who opened the bridge?")), 1);
    TelegramBot first = bot;
    start();
    String failure = failure();
    assertTrue(failure.contains("in use by another Pullquote"), failure);
    first.close();
  }

  @Test
  void confirmsTheLastUpdatesWhenItStops() throws Exception {
    start();
    telegram.await("getUpdates", 1, PATIENCE);
    telegram.message("private", 9, "Who opened the bridge?");
    telegram.awaitMessages(1, PATIENCE);
    bot.close();
    assertEquals(0, telegram.unconfirmed());
    ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void worksOffWhatAnEarlierRunLeft() throws Exception {
    telegram.fail(
        "sendMessage",
        IntStream.range(0, 50).mapToObj(i -> Fault.badGateway()).toArray(Fault[]::new));
    start();
    List<Integer> questions = ask(3);
    awaitConfirmed();
    bot.close();
    assertEquals(List.of(), telegram.messages());
    telegram.forgetFaults();
    start();
    assertAnswered(questions, 1);
  }
}
