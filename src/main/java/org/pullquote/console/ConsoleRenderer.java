package org.pullquote.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.pullquote.article.Span;
import org.pullquote.chat.Button.Open;
import org.pullquote.chat.Page;
import org.pullquote.chat.Reply;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.ReplyText.Placed;
import org.pullquote.chat.ReplyText.Style;

/**
 * Shows a reply in a terminal: quotes set off by a bar and wrapped between words, what is marked in
 * bold. Without a terminal it is plain text, a quote on one line behind {@code > }.
 */
public final class ConsoleRenderer {

  private static final String BAR = "┃ ";
  private static final String PLAIN_QUOTE = "> ";

  private ConsoleRenderer() {}

  /**
   * A reply as plain text.
   *
   * @throws IllegalStateException if a quote in it is not what the article says
   */
  public static String plain(Reply reply) {
    ReplyText text = layOut(reply);
    StringBuilder out = new StringBuilder(text.text());
    for (Placed placed : text.quotes().reversed()) {
      if (placed.style() != Style.NAME) {
        out.insert(placed.at().start(), PLAIN_QUOTE);
      }
    }
    return out.append(suggestions(reply)).toString();
  }

  /**
   * A reply with ANSI escapes.
   *
   * @param columns how wide the terminal is
   * @throws IllegalStateException if a quote in it is not what the article says
   */
  public static String ansi(Reply reply, int columns) {
    ReplyText text = layOut(reply);
    String all = text.text();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Placed placed : text.quotes()) {
      out.append(faint(all, new Span(at, placed.at().start()), text.marks(), columns));
      out.append(
          placed.style() == Style.NAME
              ? bold(placed.at().in(all))
              : quote(all, placed.at(), text.marks(), columns));
      at = placed.at().end();
    }
    out.append(faint(all, new Span(at, all.length()), text.marks(), columns))
        .append(suggestions(reply));
    String pages = pages(reply);
    return pages.isEmpty()
        ? out.toString()
        : out.append('\n').append(faint(pages, columns)).toString();
  }

  private static String bold(String name) {
    return new AttributedString(name, AttributedStyle.BOLD).toAnsi();
  }

  private static String suggestions(Reply reply) {
    return reply.suggestions().isEmpty()
        ? ""
        : reply.suggestions().stream().collect(Collectors.joining("\n• ", "\n• ", ""));
  }

  /** The commands that do what buttons do. */
  private static String pages(Reply reply) {
    return reply.buttons().stream()
        .flatMap(List::stream)
        .filter(Open.class::isInstance)
        .map(button -> ((Open) button).page())
        .flatMap(page ->
            switch (page) {
              case Page.First first -> Stream.of("/back");
              case Page.InContext inContext -> Stream.of("/context");
              case Page.Further further -> Stream.of("/more");
              case Page.Listing listing -> Stream.of("/more");
              // Here it is text, which has the terminal's colours.
              case Page.Drawn drawn -> Stream.empty();
              case Page.Shelf(int number) -> Stream.of(number == 1 ? "/articles" : "/more");
            })
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static ReplyText layOut(Reply reply) {
    ReplyText text = ReplyText.layOut(reply, Integer.MAX_VALUE / 2);
    text.requireVerbatim(text.text());
    return text;
  }

  /** A part of the text with its marks in bold. */
  private static AttributedString marked(
      String all, Span at, List<Span> marks, AttributedStyle style) {
    AttributedStringBuilder styled = new AttributedStringBuilder();
    int done = at.start();
    for (Span mark : marks) {
      if (at.contains(mark)) {
        styled.styled(style, all.substring(done, mark.start()));
        styled.styled(AttributedStyle.BOLD, mark.in(all));
        done = mark.end();
      }
    }
    return styled.styled(style, all.substring(done, at.end())).toAttributedString();
  }

  private static String quote(String all, Span at, List<Span> marks, int columns) {
    AttributedString styled = marked(all, at, marks, AttributedStyle.DEFAULT);
    StringBuilder lines = new StringBuilder();
    for (AttributedString line : wrap(styled, columns - BAR.length() - 1)) {
      lines.append(lines.isEmpty() ? "" : "\n").append(BAR).append(line.toAnsi());
    }
    return lines.toString();
  }

  /** Breaks at spaces; a word longer than a line is broken where the line ends. */
  private static List<AttributedString> wrap(AttributedString text, int width) {
    List<AttributedString> lines = new ArrayList<>();
    AttributedString rest = text;
    int columns = Math.max(width, 20);
    while (rest.columnLength() > columns) {
      int end = rest.columnSubSequence(0, columns + 1).length();
      int space = rest.toString().lastIndexOf(' ', end - 1);
      int cut = space > 0 ? space : rest.columnSubSequence(0, columns).length();
      lines.add(rest.subSequence(0, cut));
      rest = rest.subSequence(space > 0 ? cut + 1 : cut, rest.length());
    }
    lines.add(rest);
    return lines;
  }

  /** The bot's own words, wrapped between words. */
  static String wrap(String own, int columns) {
    return own.lines()
        .flatMap(line -> wrap(new AttributedString(line), columns - 1).stream())
        .map(AttributedString::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String faint(String own, int columns) {
    return faint(own, new Span(0, own.length()), List.of(), columns);
  }

  /** What stands around quotes: line by line, wrapped, with what is marked in it in bold. */
  private static String faint(String all, Span at, List<Span> marks, int columns) {
    StringBuilder out = new StringBuilder();
    int start = at.start();
    while (start <= at.end()) {
      int next = all.indexOf('\n', start);
      int end = next < 0 || next > at.end() ? at.end() : next;
      AttributedString line =
          marked(all, new Span(start, end), marks, AttributedStyle.DEFAULT.faint());
      out.append(
          wrap(line, columns - 1).stream()
              .map(AttributedString::toAnsi)
              .collect(Collectors.joining("\n")));
      start = end + 1;
      if (start <= at.end()) {
        out.append('\n');
      }
    }
    return out.toString();
  }
}
