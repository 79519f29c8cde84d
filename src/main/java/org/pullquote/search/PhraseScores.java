package org.pullquote.search;

import java.util.List;
import org.pullquote.article.Span;

/** How likely any words of a passage are to answer a question. */
@FunctionalInterface
public interface PhraseScores {

  /** Of words that nothing is known of. */
  double UNLIKELY = -100;

  /** The score of some words, comparable with {@link Phrase#score}. */
  double of(Span words);

  /** Where only some phrases were measured: others are worth less, the less they share with one. */
  static PhraseScores among(List<Phrase> phrases) {
    List<Phrase> known = List.copyOf(phrases);
    return words ->
        known.stream()
            .filter(phrase -> phrase.span().overlaps(words))
            .mapToDouble(phrase -> phrase.score() - apart(phrase.span(), words))
            .max()
            .orElse(UNLIKELY);
  }

  /** The logarithm of how much larger the two are together than what they share. */
  private static double apart(Span left, Span right) {
    double shared = Math.min(left.end(), right.end()) - Math.max(left.start(), right.start());
    return Math.log((left.length() + right.length() - shared) / shared);
  }
}
