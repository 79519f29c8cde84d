package org.pullquote.search;

import java.util.List;
import org.pullquote.article.Span;

/**
 * The scores of words by how likely each word piece is to begin and to end an answer.
 *
 * @param pieces where each word piece stands; an empty range ends a window
 * @param starts logits of each piece as the first of an answer
 * @param ends logits of each piece as the last of an answer
 * @param none the logit that nothing here answers
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record PieceScores(List<Span> pieces, double[] starts, double[] ends, double none)
    implements PhraseScores {

  @Override
  public double of(Span words) {
    int first = -1;
    int last = -1;
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at).overlaps(words)) {
        first = first < 0 ? at : first;
        last = at;
      }
    }
    return first < 0 ? UNLIKELY : starts[first] + ends[last] - none;
  }
}
