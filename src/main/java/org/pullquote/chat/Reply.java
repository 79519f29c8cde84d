package org.pullquote.chat;

import java.util.List;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;

/**
 * What to tell a reader, before any channel's dress.
 *
 * @param parts in the order they are shown
 */
public record Reply(List<Part> parts) {

  public Reply {
    parts = List.copyOf(parts);
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
   * @param attribution one line: where it stands and whose words it is
   */
  public record Cite(Quote quote, List<Span> marks, String attribution) implements Part {

    public Cite {
      marks = List.copyOf(marks);
    }
  }
}
