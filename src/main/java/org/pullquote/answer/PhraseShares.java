package org.pullquote.answer;

import java.util.List;
import org.pullquote.article.Span;
import org.pullquote.search.Phrase;
import org.pullquote.search.PhraseScores;

/**
 * What the phrases that a model likes say of any words: which of them answers is uncertain, so that
 * each counts by its share, the softmax of its score.
 */
final class PhraseShares {

  /** What no phrase touches has this share. */
  private static final double LEAST = 1e-3;

  /** So many UTF-16 code units more or less at an end, an article or a quotation mark, are none. */
  private static final int SLACK = 3;

  private final List<Phrase> phrases;
  private final double[] shares;
  private final PhraseScores scores;

  /**
   * @param phrases best first, at least one
   */
  PhraseShares(List<Phrase> phrases) {
    this.phrases = phrases;
    shares = Ranker.softmax(phrases.stream().mapToDouble(Phrase::score).toArray());
    scores = PhraseScores.among(phrases);
  }

  /** The logarithm of the share of phrases that some words touch: 0 for all, −1 for none. */
  double touching(Span words) {
    double share = 0;
    for (int i = 0; i < shares.length; i++) {
      share += phrases.get(i).span().overlaps(words) ? shares[i] : 0;
    }
    return Math.max(-1, Math.log(Math.min(1, share + LEAST)) / -Math.log(LEAST));
  }

  /** How much of some words phrases hold, on the average by their shares: 0 to 1. */
  double covering(Span words) {
    double covered = 0;
    for (int i = 0; i < shares.length; i++) {
      covered += shares[i] * shared(phrases.get(i).span(), words);
    }
    return covered / words.length();
  }

  /** How many logits some words are behind the best phrase; less than 0, or 0. */
  double behind(Span words) {
    return scores.of(words) - phrases.getFirst().score();
  }

  /** Whether some words are the best phrase. */
  boolean isBest(Span words) {
    Span best = phrases.getFirst().span();
    return Math.abs(best.start() - words.start()) <= SLACK
        && Math.abs(best.end() - words.end()) <= SLACK;
  }

  /** How many UTF-16 code units two ranges share. */
  static int shared(Span left, Span right) {
    return Math.max(0, Math.min(left.end(), right.end()) - Math.max(left.start(), right.start()));
  }
}
