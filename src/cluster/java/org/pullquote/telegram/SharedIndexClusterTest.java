package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.chat.Messages;
import org.pullquote.cluster.RealPostgres;
import org.pullquote.cluster.RealSolr;
import org.pullquote.telegram.Asked.Outcome;

/**
 * Three replicas of the real bot, three nodes of Solr and PostgreSQL, all under load, and each
 * failing by turns: the answers are those of a bot that works alone.
 */
class SharedIndexClusterTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int PER_SECOND = 8;
  private static final int CHATS = 12;

  /** Towns, each with an article of its own: mayor, what was opened, day, who objects. */
  private static final List<List<String>> TOWNS =
      List.of(
          List.of("Larkhaven", "Jane Harlow", "a swing bridge", "Monday", "Tom Rudd"),
          List.of("Westmere", "Carol Finch", "a public library", "Tuesday", "Nadia Boyle"),
          List.of("Oakport", "Peter Lindqvist", "an ice rink", "Wednesday", "Samuel Okoro"),
          List.of("Dunfold", "Maria Esteves", "a tram line", "Thursday", "Ruth Calder"),
          List.of("Saltmarsh", "Owen Pryce", "a lifeboat station", "Friday", "Hilda Bergman"));

  private static final List<String> QUESTIONS =
      TOWNS.stream()
          .flatMap(town ->
              List.of(
                  "Who opened " + town.get(2) + " in " + town.get(0) + "?",
                  "Who objected to the cost of " + town.get(2) + "?")
                  .stream())
          .toList();

  @TempDir Path folder;

  private LoopbackTelegram telegram;
  private RealPostgres postgres;
  private RealSolr solr;
  private Path library;

  @BeforeEach
  void start() throws IOException {
    telegram = new LoopbackTelegram(Replicas.TOKEN, null);
    telegram.limitSending();
    postgres = RealPostgres.start();
    solr = new RealSolr(folder.resolve("solr"), 3);
    library = Files.createDirectories(folder.resolve("library"));
    for (List<String> town : TOWNS) {
      Files.writeString(library.resolve(town.get(0).toLowerCase(Locale.ROOT) + ".txt"), text(town));
    }
  }

  private static String text(List<String> town) {
    return """
    %1$s celebrates

    %2$s, the mayor of %1$s, opened %3$s on %4$s morning before a crowd of several hundred people.

    The town council had argued about the site for eleven years before the work began last spring.

    “It is a day that this town will remember,” Mayor %2$s said in a speech after the ceremony.

    %5$s, a councillor, objected to the cost of %3$s, which rose twice while it was being built.
    """
        .formatted(town.toArray());
  }

  @AfterEach
  void stop() {
    solr.close();
    postgres.close();
    telegram.close();
  }

  private Map<String, String> settings() {
    return Map.of(
        "LIBRARY_DIR",
        library.toString(),
        "SEARCH_ENGINE",
        "solr",
        "SEARCH_ZOOKEEPER",
        solr.zookeeperAddress(),
        "SEARCH_SHARDS",
        "3");
  }

  /** Fills the shared index, as an operator does. */
  private void reindex() throws Exception {
    Path home = Files.createDirectories(folder.resolve("reindex"));
    try (BotProcess reindex =
        new BotProcess(home, Replicas.TOKEN, telegram.url(), settings(), "reindex")) {
      assertEquals(0, reindex.awaitEnd(PATIENCE.toSeconds()), reindex.said());
    }
  }

  /** What a bot that works alone answers, from an index of its own. */
  private Map<String, String> alone() throws Exception {
    Map<String, String> answers = new HashMap<>();
    Path home = Files.createDirectories(folder.resolve("alone"));
    Map<String, String> own = Map.of("LIBRARY_DIR", library.toString());
    try (LoopbackTelegram other = new LoopbackTelegram(Replicas.TOKEN, null)) {
      try (BotProcess reindex = new BotProcess(home, Replicas.TOKEN, other.url(), own, "reindex")) {
        assertEquals(0, reindex.awaitEnd(PATIENCE.toSeconds()), reindex.said());
      }
      try (BotProcess bot = new BotProcess(home, Replicas.TOKEN, other.url(), own)) {
        for (int i = 0; i < QUESTIONS.size(); i++) {
          other.message("private", 50 + i, "/articles all");
          other.awaitMessages(2 * i + 1, PATIENCE);
          other.message("private", 50 + i, QUESTIONS.get(i));
          JsonNode answer = other.awaitMessages(2 * i + 2, PATIENCE).getLast();
          String text = answer.path("text").asText();
          // Each town has two questions: who opened it, who objects.
          String who = TOWNS.get(i / 2).get(i % 2 == 0 ? 1 : 4);
          assertTrue(text.contains(who), () -> text);
          answers.put(QUESTIONS.get(i), text);
        }
        bot.terminate();
      }
    }
    return answers;
  }

  private Replicas replicas() throws Exception {
    Replicas three = new Replicas(3, folder, telegram, postgres, settings());
    for (int i = 0; i < CHATS; i++) {
      telegram.message("private", Asked.FIRST_CHAT + i, "/articles all");
    }
    telegram.awaitMessages(CHATS, PATIENCE);
    return three;
  }

  /** A reply that is an answer, and not that one comes later. */
  private static boolean isAnswer(String text) {
    return !text.equals(Messages.in(Locale.ENGLISH).get("waits"));
  }

  private void assertKept(Asked asked, int mostRepeated, String what) throws Exception {
    asked.awaitAnswers(PATIENCE, SharedIndexClusterTest::isAnswer);
    Outcome outcome = asked.outcome(alone(), SharedIndexClusterTest::isAnswer);
    System.out.println(what + ": " + outcome);
    outcome.assertKept(mostRepeated);
  }

  @Test
  void loseNothingWhereAReplicaAndANodeAndTheDatabaseFailByTurns() throws Exception {
    reindex();
    try (Replicas three = replicas()) {
      Asked asked = new Asked(telegram, QUESTIONS, CHATS, 5);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      three.kill(0);
      asked.ask(Duration.ofSeconds(10), PER_SECOND);
      solr.kill(0);
      asked.ask(Duration.ofSeconds(10), PER_SECOND);
      postgres.restart();
      asked.ask(Duration.ofSeconds(10), PER_SECOND);
      three.start(0);
      solr.restart(0);
      asked.ask(Duration.ofSeconds(5), PER_SECOND);
      assertKept(asked, 2, "a replica, a node and the database by turns");
    }
  }

  @Test
  void tellReadersThatTheirQuestionsWaitWhileTheIndexIsOutOfReach() throws Exception {
    reindex();
    try (Replicas three = replicas()) {
      for (int i = 0; i < solr.size(); i++) {
        solr.kill(i);
      }
      Asked asked = new Asked(telegram, QUESTIONS, CHATS, 6);
      asked.ask();
      asked.ask();
      List<JsonNode> told = telegram.awaitMessages(CHATS + 2, PATIENCE);
      assertTrue(
          told.stream().skip(CHATS).noneMatch(each -> isAnswer(each.path("text").asText())),
          told::toString);
      for (int i = 0; i < solr.size(); i++) {
        solr.restart(i);
      }
      assertKept(asked, 0, "no index for a while");
      assertTrue(
          (three.said(0) + three.said(1) + three.said(2)).contains("a question waits"));
    }
  }
}
