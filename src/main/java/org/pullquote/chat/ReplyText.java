package org.pullquote.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply.Cite;
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

  private ReplyText() {}

  /**
   * A quote within the text.
   *
   * @param at the range of the text where it stands
   */
  public record Placed(Quote quote, Span at) {}

  /**
   * Lays a reply out.
   *
   * @param limit the most UTF-16 code units the text may have; quotes are cut, between sentences if
   *     it can be and between graphemes in any case, and the last ones left out, to keep to it
   * @throws IllegalArgumentException if the bot's own words alone do not fit
   */
  public static ReplyText layOut(Reply reply, int limit) {
    ReplyText laidOut = new ReplyText();
    for (Part part : reply.parts()) {
      switch (part) {
        case Say say -> laidOut.say(say, limit);
        case Cite cite -> laidOut.cite(cite, limit);
      }
    }
    return laidOut;
  }

  private void say(Say say, int limit) {
    separate();
    text.append(say.text());
    if (text.length() > limit) {
      throw new IllegalArgumentException("a phrase does not fit into " + limit + " code units");
    }
  }

  private void cite(Cite cite, int limit) {
    String separator = text.isEmpty() ? "" : BETWEEN_PARTS;
    int room = limit - text.length() - separator.length() - 1 - cite.attribution().length();
    fit(cite, room).ifPresent(quote -> place(quote, cite, separator));
  }

  private void place(Quote quote, Cite cite, String separator) {
    text.append(separator);
    if (quote.span().start() > 0) {
      text.append(OMISSION).append('\n');
    }
    Span at = new Span(text.length(), text.length() + quote.span().length());
    text.append(quote.text());
    quotes.add(new Placed(quote, at));
    for (Span mark : cite.marks()) {
      if (quote.span().contains(mark)) {
        marks.add(mark.shift(at.start() - quote.span().start()));
      }
    }
    text.append('\n');
    if (quote.span().end() < quote.passage().text().length()) {
      text.append(OMISSION).append(' ');
    }
    text.append(cite.attribution());
  }

  private void separate() {
    if (!text.isEmpty()) {
      text.append(BETWEEN_PARTS);
    }
  }

  /** The quote, or as much of it as there is room for, from the sentence of the first mark on. */
  private static Optional<Quote> fit(Cite cite, int room) {
    Quote quote = cite.quote();
    if (fits(quote, room)) {
      return Optional.of(quote);
    }
    int start = cite.marks().isEmpty() ? quote.span().start() : firstMarked(cite);
    // Room for the sign of what is left out, before and after.
    int end = cut(quote, start, room - 2 * (OMISSION.length() + 1));
    return end - start < SHORTEST_CUT
        ? Optional.empty()
        : Optional.of(Quote.of(quote.article(), quote.passage(), new Span(start, end)));
  }

  private static boolean fits(Quote quote, int room) {
    int omissions = quote.isWhole() ? 0 : 2 * (OMISSION.length() + 1);
    return quote.span().length() + omissions <= room;
  }

  private static int firstMarked(Cite cite) {
    Span mark = cite.marks().getFirst();
    return cite.quote().passage().sentences().stream()
        .filter(sentence -> sentence.contains(mark) && cite.quote().span().contains(sentence))
        .map(Span::start)
        .findFirst()
        .orElse(cite.quote().span().start());
  }

  /** Where to end a quote that begins at {@code start} and may be {@code room} code units long. */
  private static int cut(Quote quote, int start, int room) {
    Passage passage = quote.passage();
    int furthest = Math.min(quote.span().end(), start + Math.max(room, 0));
    if (furthest == quote.span().end()) {
      return furthest;
    }
    int sentence =
        passage.sentences().stream()
            .mapToInt(Span::end)
            .filter(end -> end > start && end <= furthest)
            .max()
            .orElse(start);
    if (sentence - start >= SHORTEST_CUT) {
      return sentence;
    }
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(passage.text());
    return graphemes.isBoundary(furthest)
        ? furthest
        : Math.max(start, graphemes.preceding(furthest));
  }

  /** The text to show. */
  public String text() {
    return text.toString();
  }

  /** The quotes in it, in order. */
  public List<Placed> quotes() {
    return List.copyOf(quotes);
  }

  /** What to set off within the quotes: ranges of the text, in order. */
  public List<Span> marks() {
    return List.copyOf(marks);
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
