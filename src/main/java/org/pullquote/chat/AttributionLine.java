package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Attribution;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Link;
import org.pullquote.chat.Reply.SourceLine;

/** The line under a quote: {@code ¶ 9 · said by Mr Shoigu · via the statement · The Telegraph}. */
final class AttributionLine {

  static final String SEPARATOR = " · ";

  private AttributionLine() {}

  /**
   * A quote with its line.
   *
   * @param secondary whether it may be folded up
   */
  static Cite cite(Evidence evidence, boolean secondary, Messages messages) {
    return new Cite(
        evidence.quote(),
        evidence.marks(),
        of(evidence, attribution(evidence.attribution(), messages), true, messages),
        secondary);
  }

  /** The same where other quotes are of other articles: the line names the article, too. */
  static Cite citeAmongAll(Evidence evidence, boolean secondary, Messages messages) {
    return new Cite(
        evidence.quote(),
        evidence.marks(),
        of(evidence, amongAll(evidence, messages), false, messages),
        secondary);
  }

  /**
   * The line, linked where the article's address is known.
   *
   * @param whole whether to say how to see all that was cut
   */
  private static SourceLine of(
      Evidence evidence, String attribution, boolean whole, Messages messages) {
    Quote quote = evidence.quote();
    String url = quote.article().metadata().url();
    Link link =
        TextFragment.isLinkable(url)
            ? new Link(attribution.length(), TextFragment.link(String.valueOf(url), quote.text()))
            : null;
    return new SourceLine(
        attribution,
        link,
        quote.isWhole() || !whole ? null : whole(quote.passage(), messages),
        evidence.creditAnswers() ? credit(quote.passage(), attribution, messages) : null);
  }

  /** Where the credit stands in the line. */
  private static @Nullable Span credit(Passage passage, String line, Messages messages) {
    String credit = passage.credit();
    if (credit == null) {
      return null;
    }
    String part = messages.get("credit", credit);
    int start = line.indexOf(part) + part.indexOf(credit);
    return new Span(start, start + credit.length());
  }

  private static String whole(Passage passage, Messages messages) {
    return messages.get("whole", "/" + passage.id());
  }

  /** Where it stands, in which article, and whose words it is. */
  static String amongAll(Evidence evidence, Messages messages) {
    String title = evidence.quote().article().metadata().title();
    String attribution = attribution(evidence.attribution(), messages);
    return title == null
        ? attribution
        : attribution + SEPARATOR + messages.get("in.article", title);
  }

  /** Where it stands and whose words it is. */
  static String attribution(Attribution attribution, Messages messages) {
    List<String> parts = new ArrayList<>();
    Passage passage = attribution.passage();
    parts.add(place(passage, messages));
    if (passage.credit() != null) {
      parts.add(messages.get("credit", passage.credit()));
    }
    add(parts, messages, "speaker", attribution.speaker());
    add(parts, messages, "via", attribution.via());
    if (attribution.publisher() != null) {
      parts.add(attribution.publisher());
    }
    return String.join(SEPARATOR, parts);
  }

  /** Where it stands and in which publication, without whose words it is. */
  static String shortest(Attribution attribution, Messages messages) {
    String place = place(attribution.passage(), messages);
    return attribution.publisher() == null ? place : place + SEPARATOR + attribution.publisher();
  }

  private static void add(
      List<String> parts, Messages messages, String key, @Nullable Quote words) {
    if (words != null) {
      parts.add(messages.get(key, words.text()));
    }
  }

  /** Where a passage stands: {@code ¶ 9}. */
  static String place(Passage passage, Messages messages) {
    return messages.get("passage." + passage.kind().label(), String.valueOf(passage.number()));
  }
}
