package org.pullquote.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.chat.Reply;

/** A conversation at a keyboard, or with a program that writes one question a line. */
public final class ConsoleChat {

  private static final Set<String> GOODBYES = Set.of("/quit", "/exit", "exit", "quit");
  private static final String PROMPT = "? ";
  private static final int USUAL_COLUMNS = 80;

  private final Conversation conversation;

  public ConsoleChat(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Talks in the terminal, with line editing and a history, until the reader leaves.
   *
   * @param welcome what to say first
   * @param history where lines typed before are kept; null to keep none
   * @throws IOException if there is no terminal, or it fails
   */
  public void interactive(String welcome, @Nullable Path history) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      if (history != null) {
        reader.setVariable(LineReader.HISTORY_FILE, history);
      }
      PrintWriter out = terminal.writer();
      out.println(ConsoleRenderer.wrap(welcome, columns(terminal)));
      for (String line = read(reader); line != null; line = read(reader)) {
        if (!line.isBlank()) {
          out.println();
          out.println(show(reply(line), terminal));
          out.println();
          out.flush();
        }
      }
    }
  }

  /** What is said to a line; where the articles cannot be looked up, why. */
  private Reply reply(String line) {
    try {
      return conversation.say(line).reply();
    } catch (OutOfReachException e) {
      return Reply.saying(String.valueOf(e.getMessage()));
    }
  }

  private static String show(Reply reply, Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB)
        ? ConsoleRenderer.plain(reply)
        : ConsoleRenderer.ansi(reply, columns(terminal));
  }

  private static int columns(Terminal terminal) {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** The next line; null to leave. Ctrl-C clears what is typed, and leaves where nothing is. */
  private static @Nullable String read(LineReader reader) {
    try {
      String line = reader.readLine(PROMPT);
      return isGoodbye(line) ? null : line;
    } catch (UserInterruptException e) {
      return e.getPartialLine().isBlank() ? null : "";
    } catch (EndOfFileException e) {
      return null;
    }
  }

  private static boolean isGoodbye(String line) {
    return GOODBYES.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Answers one question a line until the end of the input; each answer ends with an empty line.
   *
   * @throws IOException if the input cannot be read
   */
  public void lines(Reader in, PrintWriter out) throws IOException {
    BufferedReader questions = new BufferedReader(in);
    for (String line = questions.readLine();
        line != null && !isGoodbye(line);
        line = questions.readLine()) {
      if (!line.isBlank()) {
        out.println(ConsoleRenderer.plain(reply(line)));
        out.println();
        out.flush();
      }
    }
  }
}
