package org.pullquote.search;

import java.util.List;
import org.pullquote.article.Span;

/**
 * What a model reads of a passage.
 *
 * @param sentences of those it says what they mean, too; none where the whole is one
 */
public record PassageText(String text, List<Span> sentences) {

  public PassageText {
    sentences = List.copyOf(sentences);
  }

  /** A text of which only the whole matters. */
  public static PassageText of(String text) {
    return new PassageText(text, List.of());
  }
}
