package org.pullquote.answer;

import java.util.List;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/** How near words stand to what the question says itself: an answer is said beside that. */
final class Nearness {

  /** As far as words of another sentence, in words. */
  private static final int FAR = 30;

  private Nearness() {}

  /**
   * The logarithm of the distance to the nearest asked word: 0 where it is the next one, down to −1
   * where the sentence has none.
   *
   * @param words that may answer; what is asked within them does not count
   * @param asked the words of the passage that the question uses too
   */
  static double of(Span words, List<Span> asked, Passage passage) {
    Span sentence =
        passage.sentences().stream().filter(words::overlaps).findFirst().orElseGet(passage::whole);
    int nearest =
        asked.stream()
            .filter(each -> sentence.contains(each) && !each.overlaps(words))
            .mapToInt(each -> distance(each, words, passage.text()))
            .min()
            .orElse(FAR);
    return -Math.log(Math.min(FAR, nearest)) / Math.log(FAR);
  }

  /** In words: 1 for neighbours. */
  private static int distance(Span left, Span right, String text) {
    int from = Math.min(left.end(), right.end());
    int to = Math.max(left.start(), right.start());
    return 1 + Words.of(text.substring(from, to)).size();
  }
}
