package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of the server and of the way to it, each asserting that every question was answered: once,
 * or at most twice where the outcome of a send was unknown. The tests wait most of the time: they
 * run side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultMatrixTest extends LiveBot {

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
            new Fault.Refuse(400, "Bad Request: message to be replied not found", null)));
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
}
