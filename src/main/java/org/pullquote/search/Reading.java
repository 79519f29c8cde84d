package org.pullquote.search;

import java.util.List;

/**
 * What a model found by reading a question and a passage together. Comparable between questions.
 *
 * @param relevance in favour of the passage answering, in logits
 * @param phrases the words most likely to answer, best first, at least one; they may overlap. A
 *     phrase may reach into the credit, beyond the end of the text.
 * @param scores how likely any other words are to answer
 */
public record Reading(double relevance, List<Phrase> phrases, PhraseScores scores) {

  /**
   * @throws IllegalArgumentException without a phrase
   */
  public Reading {
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("a reading needs a phrase");
    }
  }

  /** A reading that knows no more than some phrases. */
  public Reading(double relevance, List<Phrase> phrases) {
    this(relevance, phrases, PhraseScores.among(phrases));
  }

  /** In favour of the best phrase answering over nothing here answering: a difference of logits. */
  public double answer() {
    return phrases.getFirst().score();
  }
}
