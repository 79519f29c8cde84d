package org.pullquote.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Drawing;
import org.pullquote.chat.Reply.Entry;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;

/**
 * A reply as one text, with the ranges that a channel sets off. Made by {@link #layOut} only, which
 * leaves out what does not fit, never alters it.
 */
public final class ReplyText {

  /** Stands for what a quote leaves out: beside the quoted words, never among them. */
  static final String OMISSION = "[…]";

  private static final String BETWEEN_PARTS = "\n\n";

  /** A quote cut shorter than this, in UTF-16 code units, tells nothing and is left out. */
  private static final int SHORTEST_CUT = 120;

  private final StringBuilder text = new StringBuilder();
  private final List<Placed> quotes = new ArrayList<>();
  private final List<Span> marks = new ArrayList<>();
  private final List<PlacedLink> links = new ArrayList<>();

  private ReplyText() {}

  /**
   * A quote within the text.
   *
   * @param at the range of the text where it stands
   */
  public record Placed(Quote quote, Span at, Style style) {}

  /** How a quote is shown. */
  public enum Style {
    /** Set off as a block. */
    BLOCK,
    /** The same, and folded up where the channel can. */
    FOLDED,
    /** A name, in one line with nothing else. */
    NAME
  }

  /**
   * A link within the text.
   *
   * @param at the range of the text that leads there
   */
  public record PlacedLink(Span at, String url) {}

  /**
   * Lays a reply out.
   *
   * @param limit the most UTF-16 code units the text may have; quotes are cut, between sentences if
   *     it can be and between graphemes in any case, and the last ones left out, to keep to it
   * @throws IllegalArgumentException if the bot's own words alone do not fit
   */
  public static ReplyText layOut(Reply reply, int limit) {
    ReplyText laidOut = new ReplyText();
    int reserved = reply.parts().stream().mapToInt(ReplyText::ownLength).sum();
    if (reserved > limit) {
      throw new IllegalArgumentException("the phrases do not fit into " + limit + " code units");
    }
    for (Part part : reply.parts()) {
      reserved -= ownLength(part);
      switch (part) {
        case Say say -> laidOut.say(say);
        case Cite cite -> laidOut.cite(cite, limit - reserved);
        case Entry entry -> laidOut.enter(entry, limit - reserved);
        case Drawing drawing -> laidOut.write(drawing, limit - reserved);
      }
    }
    return laidOut;
  }

  /** Room that the bot's own words take, which no quote may have. */
  private static int ownLength(Part part) {
    return part instanceof Say(String words) ? words.length() + BETWEEN_PARTS.length() : 0;
  }

  private void say(Say say) {
    text.append(separator()).append(say.text());
  }

  private void cite(Cite cite, int limit) {
    String separator = separator();
    int room = limit - text.length() - separator.length() - 1 - cite.source().line().length();
    // The best quote is shown however little there is room for.
    int shortest = quotes.isEmpty() ? 1 : SHORTEST_CUT;
    fit(cite, room)
        .filter(span -> span.length() >= shortest || span.equals(cite.quote().span()))
        .map(span -> Quote.of(cite.quote().article(), cite.quote().passage(), span))
        .ifPresent(quote -> place(quote, cite, separator));
  }

  private void place(Quote quote, Cite cite, String separator) {
    text.append(separator);
    if (quote.span().start() > 0) {
      text.append(OMISSION).append('\n');
    }
    Span at = new Span(text.length(), text.length() + quote.span().length());
    text.append(quote.text());
    quotes.add(new Placed(quote, at, cite.secondary() ? Style.FOLDED : Style.BLOCK));
    for (Span mark : cite.marks()) {
      if (quote.span().contains(mark)) {
        marks.add(mark.shift(at.start() - quote.span().start()));
      }
    }
    text.append('\n');
    if (quote.span().end() < quote.passage().text().length()) {
      text.append(OMISSION).append(' ');
    }
    Reply.Link link = cite.source().link();
    if (link != null) {
      links.add(new PlacedLink(new Span(text.length(), text.length() + link.words()), link.url()));
    }
    if (cite.source().mark() != null) {
      marks.add(cite.source().mark().shift(text.length()));
    }
    text.append(cite.source().line());
  }

  /** The lines of a drawing, as many as fit. */
  private void write(Drawing drawing, int limit) {
    String separator = separator();
    for (String line : drawing.map().lines()) {
      if (text.length() + separator.length() + line.length() <= limit) {
        text.append(separator).append(line);
        separator = "\n";
      }
    }
  }

  private void enter(Entry entry, int limit) {
    String separator = separator();
    String name = entry.name().text();
    int end = text.length() + separator.length() + name.length() + 1 + entry.details().length();
    if (end <= limit) {
      text.append(separator);
      Span at = new Span(text.length(), text.length() + name.length());
      quotes.add(new Placed(entry.name(), at, Style.NAME));
      text.append(name).append('\n').append(entry.details());
    }
  }

  private String separator() {
    return text.isEmpty() ? "" : BETWEEN_PARTS;
  }

  /** The quote's range, or as much of it as there is room for; none where there is no room. */
  private static Optional<Span> fit(Cite cite, int room) {
    Quote quote = cite.quote();
    // Room for the sign of what is left out, before and after.
    int omissions = 2 * (OMISSION.length() + 1);
    if (quote.span().length() + (quote.isWhole() ? 0 : omissions) <= room) {
      return Optional.of(quote.span());
    }
    int most = room - omissions;
    if (most <= 0) {
      return Optional.empty();
    }
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(quote.passage().text());
    int start = cutStart(cite, most, graphemes);
    int end = cutEnd(quote, start, most, graphemes);
    return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  /** The first sentence from which on the rest fits, or that of the first mark if it is earlier. */
  private static int cutStart(Cite cite, int most, BreakIterator graphemes) {
    Span whole = cite.quote().span();
    int firstMark = cite.marks().isEmpty() ? whole.start() : cite.marks().getFirst().start();
    int start = whole.start();
    for (Span sentence : cite.quote().passage().sentences()) {
      boolean fits = whole.end() - start <= most;
      boolean usable = sentence.start() > start && graphemes.isBoundary(sentence.start());
      if (!fits && usable && sentence.start() <= firstMark) {
        start = sentence.start();
      }
    }
    return start;
  }

  /** The last end of a sentence within reach, or of a grapheme where the sentence is too long. */
  private static int cutEnd(Quote quote, int start, int most, BreakIterator graphemes) {
    int furthest = Math.min(quote.span().end(), start + most);
    if (furthest == quote.span().end()) {
      return furthest;
    }
    int sentence =
        quote.passage().sentences().stream()
            .mapToInt(Span::end)
            .filter(end -> end > start && end <= furthest && graphemes.isBoundary(end))
            .max()
            .orElse(start);
    if (sentence - start >= SHORTEST_CUT) {
      return sentence;
    }
    return graphemes.isBoundary(furthest) ? furthest : graphemes.preceding(furthest);
  }

  /** The text to show. */
  public String text() {
    return text.toString();
  }

  /** The quotes in it, in order. */
  public List<Placed> quotes() {
    return List.copyOf(quotes);
  }

  /** What to set off within the quotes and under them: ranges of the text, in order. */
  public List<Span> marks() {
    return List.copyOf(marks);
  }

  /** What leads somewhere, in order. */
  public List<PlacedLink> links() {
    return List.copyOf(links);
  }

  /**
   * The last look before a text leaves: whether every quote in it is what the article says.
   *
   * @param outgoing the text about to be sent
   * @throws IllegalStateException if one differs by as much as a code unit; it must not be sent
   */
  public void requireVerbatim(String outgoing) {
    for (Placed placed : quotes) {
      if (placed.at().end() > outgoing.length()
          || !placed.quote().isVerbatim(placed.at().in(outgoing))) {
        throw new IllegalStateException(
            "quote " + placed.quote() + " is not what the article says");
      }
    }
  }
}
