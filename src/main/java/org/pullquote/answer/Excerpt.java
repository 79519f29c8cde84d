package org.pullquote.answer;

import java.util.List;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/**
 * How much of a passage a quote shows: all of it, or of a long one the sentences that answer with
 * their neighbours.
 */
final class Excerpt {

  /** In UTF-16 code units: what a phone shows without scrolling. */
  private static final int LONG = 700;

  private Excerpt() {}

  /**
   * The range to quote.
   *
   * @param marks the words that answer, in order; the whole passage is shown where there are none
   */
  static Span of(Passage passage, List<Span> marks) {
    List<Span> sentences = passage.sentences();
    if (passage.text().length() <= LONG || marks.isEmpty() || sentences.size() < 4) {
      return passage.whole();
    }
    int first = sentenceAt(sentences, marks.getFirst().start());
    int last = sentenceAt(sentences, marks.getLast().end() - 1);
    return new Span(
        sentences.get(Math.max(0, first - 1)).start(),
        sentences.get(Math.min(sentences.size() - 1, last + 1)).end());
  }

  /** The sentence that a place stands in, or the last one before it. */
  private static int sentenceAt(List<Span> sentences, int place) {
    int at = 0;
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).start() <= place) {
        at = i;
      }
    }
    return at;
  }
}
