package org.pullquote.telegram;

import java.time.Duration;

/** What a {@link LoopbackTelegram} does to one call, in place of answering it as it should. */
sealed interface Fault {

  /** Answers with a status and a body of its own; nothing is carried out. */
  record Status(int code, String body) implements Fault {}

  /** Refuses in Telegram's form; nothing is carried out. */
  record Refuse(int code, String description, String parameters) implements Fault {}

  /** Cuts the connection before anything is carried out. */
  record CutBefore() implements Fault {}

  /** Carries the call out and cuts the connection before the answer. */
  record CutAfter() implements Fault {}

  /** Carries the call out and answers so much later, and then a byte at a time. */
  record Slow(Duration delay) implements Fault {}

  /** Carries nothing out and does not answer for so long. */
  record Hang(Duration length) implements Fault {}

  static Fault badGateway() {
    return new Status(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  static Fault tooMany(int seconds) {
    return new Refuse(
        429, "Too Many Requests: retry after " + seconds, "{\"retry_after\": " + seconds + "}");
  }
}
