package org.pullquote.answer;

import java.util.List;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;

/**
 * A quote offered as evidence.
 *
 * @param marks what to set off in it: ranges of the <em>passage's</em> text within the quote, in
 *     order, not overlapping
 * @param score how well it matches; comparable within one answer only
 * @param creditAnswers whether it is the passage's credit that answers ("who took the photo?")
 */
public record Evidence(
    Quote quote, List<Span> marks, Attribution attribution, double score, boolean creditAnswers) {

  /** A quote that answers itself. */
  public Evidence(Quote quote, List<Span> marks, Attribution attribution, double score) {
    this(quote, marks, attribution, score, false);
  }

  /**
   * @throws IllegalArgumentException if a mark lies outside the quote or before the one ahead of it
   */
  public Evidence {
    marks = List.copyOf(marks);
    int end = quote.span().start();
    for (Span mark : marks) {
      if (mark.start() < end || mark.end() > quote.span().end()) {
        throw new IllegalArgumentException(mark + " is out of place in " + quote);
      }
      end = mark.end();
    }
  }
}
