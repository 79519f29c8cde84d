package org.pullquote.article;

import java.util.List;

/** Finds sentences in running text. */
public interface SentenceSplitter {

  /**
   * The sentences of a passage.
   *
   * @return ranges of {@code text} in order, not overlapping, without surrounding white space; none
   *     for a blank text
   */
  List<Span> split(String text);
}
