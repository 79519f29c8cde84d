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

/** A conversation at a keyboard, or with a program that writes one question a line. */
public final class ConsoleChat {

  private static final Set<String> GOODBYES = Set.of("/quit", "/exit", "exit", "quit");
  private static final String PROMPT = "? ";

  private final Conversation conversation;

  public ConsoleChat(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Talks in the terminal, with line editing and a history, until the reader leaves.
   *
   * @param welcome what to say first
   * @param history where lines typed before are kept
   * @throws IOException if there is no terminal, or it fails
   */
  public void interactive(String welcome, Path history) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .variable(LineReader.HISTORY_FILE, history)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      PrintWriter out = terminal.writer();
      out.println(welcome);
      for (String line = read(reader); line != null; line = read(reader)) {
        if (!line.isBlank()) {
          out.println();
          out.println(ConsoleRenderer.ansi(conversation.say(line).reply(), columns(terminal)));
          out.println();
          out.flush();
        }
      }
    }
  }

  private static int columns(Terminal terminal) {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : 80;
  }

  private static @Nullable String read(LineReader reader) {
    try {
      String line = reader.readLine(PROMPT);
      return GOODBYES.contains(line.strip().toLowerCase(Locale.ROOT)) ? null : line;
    } catch (EndOfFileException | UserInterruptException e) {
      return null;
    }
  }

  /**
   * Answers one question a line until the end of the input; each answer ends with an empty line.
   *
   * @throws IOException if the input cannot be read
   */
  public void lines(Reader in, PrintWriter out) throws IOException {
    BufferedReader questions = new BufferedReader(in);
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      if (!line.isBlank()) {
        out.println(ConsoleRenderer.plain(conversation.say(line).reply()));
        out.println();
        out.flush();
      }
    }
  }
}
