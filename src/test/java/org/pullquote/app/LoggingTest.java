package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.pullquote.telegram.delivery.BotToken;

class LoggingTest {

  private static final BotToken TOKEN = new BotToken("123:CANARY");

  private static LogRecord event() {
    LogRecord event = new LogRecord(Level.WARNING, "cannot reach\n bot123:CANARY");
    event.setLoggerName("org.example.Sender");
    event.setInstant(Instant.EPOCH);
    event.setThrown(
        new IllegalStateException(
            "POST /bot123:CANARY", new IOException("reset\r\nby 123:CANARY")));
    return event;
  }

  @Test
  void writesOneLineAnEventWithoutTheToken() {
    assertEquals(
        "1970-01-01T00:00:00.000Z WARN Sender: cannot reach bot(bot token)"
            + " | java.lang.IllegalStateException: POST /bot(bot token)"
            + " | java.io.IOException: reset by (bot token)\n",
        new Logging.OneLine(false, TOKEN).format(event()));
  }

  @Test
  void keepsTheTokenOutOfStackTracesToo() {
    String written = new Logging.OneLine(true, TOKEN).format(event());
    assertTrue(written.contains("\tat "));
    assertFalse(written.contains("CANARY"));
  }
}
