package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Questions that were asked, and what became of each. */
final class Asked {

  static final int FIRST_CHAT = 1_000;

  private final LoopbackTelegram telegram;
  private final List<String> questions;
  private final int chats;
  private final Random chance;

  /** By message: what was asked, and where. */
  private final Map<Integer, Question> asked = new TreeMap<>();

  private record Question(String text, long chat) {}

  /**
   * What came of it.
   *
   * @param questions how many were asked
   * @param lost how many were never answered
   * @param repeated how many were answered more than once
   * @param outOfOrder how many were answered after a later one of the same chat
   * @param different how many were answered otherwise than expected
   * @param mostInASecond the most messages that Telegram took within any second
   * @param tooMany how many Telegram refused because too many came
   */
  record Outcome(
      int questions,
      int lost,
      int repeated,
      int outOfOrder,
      int different,
      int mostInASecond,
      int tooMany) {

    /**
     * All were answered rightly and in their order, and Telegram's limit was kept.
     *
     * @param mostRepeated as many may have been answered twice
     */
    void assertKept(int mostRepeated) {
      assertEquals(0, lost, this::toString);
      assertEquals(0, outOfOrder, this::toString);
      assertEquals(0, different, this::toString);
      assertEquals(0, tooMany, this::toString);
      assertTrue(mostInASecond <= 30, this::toString);
      assertTrue(repeated <= mostRepeated, this::toString);
    }
  }

  /**
   * @param chats how many readers ask
   */
  Asked(LoopbackTelegram telegram, List<String> questions, int chats, long seed) {
    this.telegram = telegram;
    this.questions = questions;
    this.chats = chats;
    this.chance = new Random(seed);
  }

  /** Asks one of the questions in one of the chats. */
  void ask() {
    long chat = FIRST_CHAT + chance.nextInt(chats);
    String question = questions.get(chance.nextInt(questions.size()));
    asked.put(telegram.message("private", chat, question), new Question(question, chat));
  }

  /** Asks for a while. */
  void ask(Duration length, int perSecond) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      ask();
      Thread.sleep(1_000 / perSecond);
    }
  }

  /** Waits until each has a reply that is one. */
  void awaitAnswers(Duration atMost, Predicate<String> isAnswer) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end && !answers(isAnswer).keySet().containsAll(asked.keySet())) {
      Thread.sleep(200);
    }
    // What is still on its way may be a repetition.
    int before;
    do {
      before = telegram.messages().size();
      Thread.sleep(2_000);
    } while (telegram.messages().size() > before);
  }

  /** The answers to each message, in the order in which they came. */
  private Map<Integer, List<String>> answers(Predicate<String> isAnswer) {
    Map<Integer, List<String>> answers = new HashMap<>();
    for (JsonNode message : telegram.messages()) {
      String text = message.path("text").asText();
      if (isAnswer.test(text)) {
        answers
            .computeIfAbsent(
                message.path("reply_parameters").path("message_id").asInt(),
                id -> new ArrayList<>())
            .add(text);
      }
    }
    return answers;
  }

  /**
   * @param expected the answer to each question
   * @param isAnswer whether a reply is an answer: else it says that one comes later
   */
  Outcome outcome(Map<String, String> expected, Predicate<String> isAnswer) {
    Map<Integer, List<String>> answers = answers(isAnswer);
    int lost = 0;
    int repeated = 0;
    int different = 0;
    for (Map.Entry<Integer, Question> each : asked.entrySet()) {
      List<String> given = answers.getOrDefault(each.getKey(), List.of());
      lost += given.isEmpty() ? 1 : 0;
      repeated += given.size() > 1 ? 1 : 0;
      String right = expected.get(each.getValue().text());
      different += given.stream().allMatch(text -> text.equals(right)) ? 0 : 1;
    }
    return new Outcome(
        asked.size(),
        lost,
        repeated,
        outOfOrder(isAnswer),
        different,
        telegram.taken().mostInASecond(),
        telegram.taken().tooMany());
  }

  /** By the first answer to each. */
  private int outOfOrder(Predicate<String> isAnswer) {
    Map<Long, Integer> latest = new HashMap<>();
    List<Integer> seen = new ArrayList<>();
    int outOfOrder = 0;
    for (JsonNode message : telegram.messages()) {
      int question = message.path("reply_parameters").path("message_id").asInt();
      Question known = asked.get(question);
      if (known != null && isAnswer.test(message.path("text").asText()) && !seen.contains(question)) {
        seen.add(question);
        outOfOrder += latest.getOrDefault(known.chat(), 0) > question ? 1 : 0;
        latest.merge(known.chat(), question, Math::max);
      }
    }
    return outOfOrder;
  }
}
