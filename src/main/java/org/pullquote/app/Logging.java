package org.pullquote.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pullquote.telegram.delivery.BotToken;

/**
 * The log, on standard error: one line an event, and the bot's token in none, whoever wrote it
 * there. Stack traces come at level debug only.
 */
final class Logging {

  private static final String LUCENE_VECTORS = "org.apache.lucene.internal.vectorization";

  /** Kept, because a logger that nothing refers to forgets its level. */
  private static final Logger LUCENE_VECTOR_LOG = Logger.getLogger(LUCENE_VECTORS);

  private static final Logger READABILITY_LOG = Logger.getLogger("net.dankito.readability4j");

  private static final Logger PDF_LOG = Logger.getLogger("org.apache.pdfbox");

  private static final Logger FONT_LOG = Logger.getLogger("org.apache.fontbox");

  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private static final Logger SOLR_LOG = Logger.getLogger("org.apache.solr");

  private static final Logger ZOOKEEPER_LOG = Logger.getLogger("org.apache.zookeeper");

  private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

  private static final Logger OWN_LOG = Logger.getLogger("org.pullquote");
  private static final Logger LIBRARY_LOG = Logger.getLogger("org.telegram");

  private Logging() {}

  /**
   * Sets the log up.
   *
   * @param level one of error, warn, info, debug
   * @param token what must not be written, if there is one
   */
  static void configure(String level, @Nullable BotToken token) {
    Level threshold =
        switch (level) {
          case "error" -> Level.SEVERE;
          case "warn" -> Level.WARNING;
          case "debug" -> Level.FINE;
          default -> Level.INFO;
        };
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler handler = new ConsoleHandler();
    handler.setLevel(threshold);
    handler.setFormatter(new OneLine(threshold.equals(Level.FINE), token));
    root.addHandler(handler);
    // Debugging is about this program and what it sends, not about the JDK's certificates.
    boolean debug = threshold.equals(Level.FINE);
    root.setLevel(debug ? Level.INFO : threshold);
    OWN_LOG.setLevel(threshold);
    LIBRARY_LOG.setLevel(threshold);
    // Says at every start that an incubator module is missing, which measured no gain.
    LUCENE_VECTOR_LOG.setLevel(Level.SEVERE);
    // They tell of each file what they could not do with it; the reader tells what matters.
    READABILITY_LOG.setLevel(Level.OFF);
    PDF_LOG.setLevel(Level.OFF);
    FONT_LOG.setLevel(Level.OFF);
    // What they fail at is thrown, too, and told by the store.
    MIGRATION_LOG.setLevel(Level.OFF);
    POOL_LOG.setLevel(Level.OFF);
    DRIVER_LOG.setLevel(Level.OFF);
    // They tell of each connection and each try; what fails for good is told by whoever asked.
    SOLR_LOG.setLevel(Level.OFF);
    ZOOKEEPER_LOG.setLevel(Level.OFF);
    JETTY_LOG.setLevel(Level.OFF);
  }

  /** Formats an event, without the token. */
  static final class OneLine extends Formatter {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final boolean traces;
    private final @Nullable BotToken token;

    OneLine(boolean traces, @Nullable BotToken token) {
      this.traces = traces;
      this.token = token;
    }

    @Override
    public String format(LogRecord event) {
      StringBuilder line = new StringBuilder();
      line.append(TIME.format(event.getInstant())).append(' ').append(name(event.getLevel()));
      String logger = String.valueOf(event.getLoggerName());
      line.append(' ').append(logger.substring(logger.lastIndexOf('.') + 1)).append(": ");
      line.append(oneLine(formatMessage(event)));
      for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
        line.append(" | ").append(oneLine(String.valueOf(cause)));
      }
      line.append('\n');
      if (traces && event.getThrown() != null) {
        StringWriter trace = new StringWriter();
        event.getThrown().printStackTrace(new PrintWriter(trace));
        line.append(trace);
      }
      return token == null
          ? line.toString()
          : line.toString().replace(token.secret(), token.toString());
    }

    private static String oneLine(String text) {
      return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String name(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return "ERROR";
      }
      if (level.intValue() >= Level.WARNING.intValue()) {
        return "WARN";
      }
      return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
  }
}
