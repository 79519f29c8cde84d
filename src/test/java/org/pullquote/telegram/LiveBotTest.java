package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.pullquote.Fixtures;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.intake.WebhookAdmin;

/** What the bot does about what goes wrong for one reader, or for good. */
@Execution(ExecutionMode.CONCURRENT)
class LiveBotTest extends LiveBot {

  private static JsonNode poison(String json) {
    return TelegramStandIn.json(json);
  }

  private long refusedSends() {
    return telegram.calls("sendMessage").stream()
        .filter(call -> !call.response().path("ok").asBoolean())
        .count();
  }

  @Test
  void keepsTheQuotesWhereTheReplyIsRefused() throws Exception {
    telegram.fail(
        "sendMessage", new Fault.Refuse(400, "Bad Request: message to be replied not found", null));
    start();
    telegram.message("private", 9, "Who opened the bridge?");
    JsonNode said = telegram.awaitMessages(1, PATIENCE).getFirst();
    assertFalse(said.has("reply_parameters"));
    assertTrue(said.has("entities"));
  }

  /** What cannot be kept is not confirmed: it waits at Telegram. */
  @Test
  void confirmsNothingWhileTheStoreFails() throws Exception {
    start();
    int first = telegram.message("private", 9, "Who opened the bridge?");
    assertAnswered(List.of(first), 1);
    List<Integer> questions = new ArrayList<>(List.of(first));
    try (StoreView store = store()) {
      store.lock();
      questions.addAll(ask(3));
      // Longer than the store waits for another's lock.
      Thread.sleep(Duration.ofSeconds(6));
      assertEquals(questions.size() - 1, telegram.unconfirmed());
      assertEquals(1, telegram.messages().size());
      store.unlock();
    }
    assertAnswered(questions, 1);
    assertFalse(ended.isDone());
  }

  @Test
  void knowsRepetitionsByUpdateAndByMessage() throws Exception {
    start();
    int question = telegram.message("private", 9, "Who opened the bridge?");
    JsonNode message = telegram.updates().lastMessage();
    assertAnswered(List.of(question), 1);
    telegram.updates().repeat(message, true);
    telegram.updates().repeat(message, false);
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
    telegram.updates().numberFrom(17);
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
    try (StoreView store = store()) {
      assertEquals(
          List.of(
              "InvalidFormatException at message.date",
              "InvalidFormatException at message.date",
              "MismatchedInputException at message",
              "a message without a chat or an id"),
          store.incoming().stream().map(StoreView.Kept::fault).filter(Objects::nonNull).toList());
    }
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
    ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    // What was cut off on its way meets a fault, too.
    Thread.sleep(1_000);
    assertEquals(List.of(), telegram.messages());
    telegram.forgetFaults();
    start();
    assertAnswered(questions, 1);
  }
}
