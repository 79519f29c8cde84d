package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;

/**
 * What to tell a reader, before any channel's dress.
 *
 * @param parts in the order they are shown
 * @param buttons what can be pressed under them, by row
 * @param suggestions questions that a reader may want to ask next
 */
public record Reply(List<Part> parts, List<List<Button>> buttons, List<String> suggestions) {

  public Reply {
    parts = List.copyOf(parts);
    buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    suggestions = List.copyOf(suggestions);
  }

  /** A reply with nothing to press. */
  public Reply(List<? extends Part> parts) {
    this(List.copyOf(parts), List.of(), List.of());
  }

  /** A reply of the bot's own words. */
  public static Reply saying(String text) {
    return new Reply(List.of(new Say(text)));
  }

  /** The same for a chat that the bot is no member of, where its commands do nothing. */
  public Reply passedOn() {
    return new Reply(
        parts.stream()
            .map(part ->
                part instanceof Cite(Quote quote, List<Span> marks, SourceLine at, boolean second)
                    ? new Cite(
                        quote, marks, new SourceLine(at.text(), at.link(), null, at.mark()), second)
                    : part)
            .toList());
  }

  /** The same where no picture can be shown: without the buttons that change one. */
  public Reply inWords() {
    return new Reply(
        parts,
        buttons.stream()
            .map(row -> row.stream().filter(button -> !changesPicture(button)).toList())
            .toList(),
        suggestions);
  }

  private static boolean changesPicture(Button button) {
    return button instanceof Button.Open open && open.page() instanceof Page.Drawn;
  }

  /** A piece of a reply. */
  public sealed interface Part {}

  /**
   * Words of the bot's own: fixed phrases of the message bundle, with metadata of the article in
   * them at most.
   */
  public record Say(String text) implements Part {}

  /**
   * Words of the article.
   *
   * @param marks what to set off in the quote: ranges of the passage's text
   * @param source one line: where it stands and whose words it is
   * @param secondary whether it may be folded up: the reader has seen better, or what stands beside
   *     what was asked for
   */
  public record Cite(Quote quote, List<Span> marks, SourceLine source, boolean secondary)
      implements Part {

    public Cite {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A name that the article gives somebody or something, and what is known of it.
   *
   * @param details a few lines: other names of the article, and where they stand
   */
  public record Entry(Quote name, String details) implements Part {}

  /**
   * Who met whom, to draw where a picture can be shown, and to write where it cannot.
   *
   * @param dark whether to draw it for a dark screen
   */
  public record Drawing(MeetingMap map, boolean dark) implements Part {}

  /**
   * Where a quote stands and whose words it is.
   *
   * @param text one line
   * @param link where that passage can be read in its source; null where it is not known
   * @param whole what shows all of a passage that is quoted in part, in a conversation with the
   *     bot; null elsewhere
   * @param mark what of the text answers; null where the quote does
   */
  public record SourceLine(
      String text, @Nullable Link link, @Nullable String whole, @Nullable Span mark) {

    /** A line under a quote that answers itself. */
    public SourceLine(String text, @Nullable Link link, @Nullable String whole) {
      this(text, link, whole, null);
    }

    /** The line where the quote is not shown as a whole. */
    String longest() {
      return whole == null ? text : text + AttributionLine.SEPARATOR + whole;
    }
  }

  /**
   * Words that lead somewhere.
   *
   * @param words how many UTF-16 code units of the line, from its start
   */
  public record Link(int words, String url) {}
}
