package org.pullquote.search;

import java.util.List;

/**
 * What a model found by reading a question and a passage together. Comparable between questions.
 *
 * @param relevance in favour of the passage answering, in logits
 * @param phrases the words most likely to answer, best first, not overlapping, at least one. A
 *     phrase may reach into the credit, beyond the end of the text.
 */
public record Reading(double relevance, List<Phrase> phrases) {

  /**
   * @throws IllegalArgumentException without a phrase
   */
  public Reading {
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("a reading needs a phrase");
    }
  }

  /** In favour of the best phrase answering over nothing here answering: a difference of logits. */
  public double answer() {
    return phrases.getFirst().score();
  }
}
