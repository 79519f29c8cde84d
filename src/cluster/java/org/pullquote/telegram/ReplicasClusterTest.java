package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.cluster.RealPostgres;
import org.pullquote.telegram.Asked.Outcome;

/** Three replicas of the real bot and a real PostgreSQL, under load, and what fails by turns. */
class ReplicasClusterTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PER_SECOND = 12;
  private static final int CHATS = 40;

  private static final List<String> QUESTIONS =
      List.of(
          "Who laid a wreath?",
          "Who welcomed Sergei Shoigu?",
          "Where did Shoigu arrive?",
          "What did Shoigu say?",
          "Which newspaper is this from?",
          "Did Putin resign?");

  @TempDir Path folder;

  private LoopbackTelegram telegram;
  private RealPostgres postgres;

  @BeforeEach
  void start() throws IOException {
    telegram = new LoopbackTelegram(Replicas.TOKEN, null);
    telegram.limitSending();
    postgres = RealPostgres.start();
  }

  @AfterEach
  void stop() {
    postgres.close();
    telegram.close();
  }

  private Replicas replicas(int count) throws IOException {
    return new Replicas(count, folder, telegram, postgres, Map.of());
  }

  /** What a bot that works alone answers. */
  private Map<String, String> alone() throws Exception {
    Map<String, String> answers = new HashMap<>();
    Path home = Files.createDirectories(folder.resolve("alone"));
    try (LoopbackTelegram other = new LoopbackTelegram(Replicas.TOKEN, null);
        BotProcess bot = new BotProcess(home, Replicas.TOKEN, other.url(), Map.of())) {
      for (int i = 0; i < QUESTIONS.size(); i++) {
        // Each in a chat of its own: nothing follows upon anything.
        other.message("private", 50 + i, QUESTIONS.get(i));
        String text = other.awaitMessages(i + 1, PATIENCE).getLast().path("text").asText();
        answers.put(QUESTIONS.get(i), text);
      }
      bot.terminate();
    }
    return answers;
  }

  private Outcome outcome(Asked asked, String what) throws Exception {
    asked.awaitAnswers(PATIENCE, text -> true);
    Outcome outcome = asked.outcome(alone(), text -> true);
    System.out.println(what + ": " + outcome);
    return outcome;
  }

  private Asked asked(long seed) {
    return new Asked(telegram, QUESTIONS, CHATS, seed);
  }

  @Test
  void answerAsOneDoesUnderMoreThanTelegramLetsThrough() throws Exception {
    try (Replicas three = replicas(3)) {
      Asked asked = asked(1);
      // At once, and as many more as they can be told in that time.
      asked.ask(Duration.ofSeconds(10), 60);
      outcome(asked, "burst").assertKept(0);
      assertEquals(1, telegram.calls("setWebhook").size());
      assertEquals(commandsOfOne(), telegram.calls("setMyCommands").size());
      three.terminate(0);
    }
  }

  /** How many times a bot that works alone announces its commands. */
  private int commandsOfOne() throws Exception {
    Path home = Files.createDirectories(folder.resolve("one"));
    try (LoopbackTelegram other = new LoopbackTelegram(Replicas.TOKEN, null);
        BotProcess bot = new BotProcess(home, Replicas.TOKEN, other.url(), Map.of())) {
      other.await("setMyShortDescription", 4, PATIENCE);
      Thread.sleep(1_000);
      bot.terminate();
      return other.calls("setMyCommands").size();
    }
  }

  @Test
  void loseNothingWhereReplicasAreKilled() throws Exception {
    try (Replicas three = replicas(3)) {
      Asked asked = asked(2);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      // The first one leads.
      three.kill(0);
      asked.ask(Duration.ofSeconds(8), PER_SECOND);
      three.start(0);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      three.kill(1);
      three.kill(2);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      three.start(1);
      // What was on its way at each of three kills may come once more.
      outcome(asked, "killed replicas").assertKept(3);
    }
  }

  @Test
  void loseNothingWhereTheyAreReplacedOneByOne() throws Exception {
    try (Replicas three = replicas(3)) {
      Asked asked = asked(3);
      for (int i = 0; i < 3; i++) {
        asked.ask(Duration.ofSeconds(4), PER_SECOND);
        three.terminate(i);
        asked.ask(Duration.ofSeconds(2), PER_SECOND);
        three.start(i);
      }
      outcome(asked, "replaced replicas").assertKept(0);
    }
  }

  @Test
  void loseNothingWhereTheDatabaseIsRestartedAndWhereItIsAwayForLongerThanALease()
      throws Exception {
    try (Replicas three = replicas(3)) {
      Asked asked = asked(4);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      postgres.restart();
      asked.ask(Duration.ofSeconds(8), PER_SECOND);
      postgres.stop();
      asked.ask(Duration.ofSeconds(15), PER_SECOND);
      postgres.startAgain();
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      outcome(asked, "restarted database").assertKept(0);
      assertTrue(three.said(0).contains("out of touch"));
    }
  }

  @Test
  void oneFetchesUpdatesWhereThereIsNoWebhookAndNoneEndsTheOther() throws Exception {
    try (Replicas two = Replicas.polling(2, folder, telegram, postgres)) {
      Asked asked = asked(7);
      asked.ask();
      telegram.awaitMessages(1, PATIENCE);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      boolean first = two.said(0).contains(" polls ");
      assertTrue(two.said(first ? 1 : 0).contains("stands by"));
      postgres.stop();
      asked.ask(Duration.ofSeconds(14), PER_SECOND);
      postgres.startAgain();
      asked.ask(Duration.ofSeconds(15), PER_SECOND);
      assertTrue(two.isAlive(0) && two.isAlive(1));
      two.kill(first ? 0 : 1);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      outcome(asked, "one that polls").assertKept(1);
    }
  }

  @Test
  void goOnWithAConversationWhoeverHadIt() throws Exception {
    try (Replicas two = replicas(2)) {
      telegram.message("private", 77, "Who welcomed Sergei Shoigu?");
      JsonNode answer = telegram.awaitMessages(1, PATIENCE).getFirst();
      boolean first = two.said(0).contains("QUOTES");
      two.kill(first ? 0 : 1);
      telegram.message("private", 77, "and when was that?");
      JsonNode followUp = telegram.awaitMessages(2, PATIENCE).getLast();
      assertTrue(followUp.path("text").asText().contains("Tuesday night"), followUp::toString);
      press(answer);
      JsonNode edit = telegram.await("editMessageText", 1, PATIENCE).getFirst().request();
      assertTrue(edit.path("text").asText().contains("Shoigu"), edit::toString);
    }
  }

  /** Presses the first button under a message. */
  private void press(JsonNode message) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.put("id", "press").put("chat_instance", "c");
    query.set("from", TelegramStandIn.json("{\"id\": 77, \"is_bot\": false, \"first_name\": \"R\"}"));
    query.set("message", message(message));
    query.put(
        "data",
        message
            .path("reply_markup")
            .path("inline_keyboard")
            .path(0)
            .path(0)
            .path("callback_data")
            .asText());
    telegram.query("callback_query", "press", query);
  }

  private static ObjectNode message(JsonNode sent) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("message_id", 5_000).put("date", System.currentTimeMillis() / 1_000);
    message.set("chat", TelegramStandIn.json("{\"id\": 77, \"type\": \"private\"}"));
    message.put("text", sent.path("text").asText());
    return message;
  }
}
