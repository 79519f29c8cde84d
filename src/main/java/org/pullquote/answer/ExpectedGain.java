package org.pullquote.answer;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.pullquote.article.Span;

/**
 * Chooses words by what they are expected to share with the answer (minimum Bayes risk) rather than
 * the likeliest: where many of the words that may answer lie in one place and the likeliest by
 * itself in another, that place is the better guess.
 */
public final class ExpectedGain {

  /** Sums fitted to questions are surer of themselves than they are right about others. */
  private static final double CALIBRATION = 0.8;

  /** So much of the gain is for sharing anything at all with the answer; the rest is token F1. */
  private static final double FOR_OVERLAP = 0.6;

  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}'’-])(?!(?:an?|the)\\b)[\\p{L}\\p{M}\\p{N}'’-]+",
          Pattern.CASE_INSENSITIVE);

  private final double[][] gains;

  /**
   * @param text that the words stand in
   * @param spans where the words stand that may answer, at least one
   */
  public ExpectedGain(String text, List<Span> spans) {
    List<Span> words = words(text);
    gains =
        spans.stream()
            .map(marked -> spans.stream().mapToDouble(each -> gain(marked, each, words)).toArray())
            .toArray(double[][]::new);
  }

  /**
   * The place of the words to choose.
   *
   * @param sums the logarithm of how likely each is to answer, but for a constant
   */
  public int best(double[] sums) {
    double[] shares = Ranker.softmax(Arrays.stream(sums).map(sum -> CALIBRATION * sum).toArray());
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shares.length; i++) {
      double expected = Ranker.dot(shares, gains[i]);
      if (expected > most) {
        most = expected;
        best = i;
      }
    }
    return best;
  }

  /** What marking some words gains where others are the answer. */
  private static double gain(Span marked, Span answer, List<Span> words) {
    if (!marked.overlaps(answer)) {
      return 0;
    }
    double all = count(marked, words) + count(answer, words);
    double shared =
        words.stream().filter(word -> word.overlaps(marked) && word.overlaps(answer)).count();
    return FOR_OVERLAP + (all == 0 ? 0 : (1 - FOR_OVERLAP) * 2 * shared / all);
  }

  private static double count(Span span, List<Span> words) {
    return words.stream().filter(span::overlaps).count();
  }

  /** Where the words stand that token F1 counts: all but articles. */
  private static List<Span> words(String text) {
    return WORD.matcher(text).results().map(word -> new Span(word.start(), word.end())).toList();
  }
}
