package org.pullquote.search;

import java.util.List;
import org.pullquote.article.Span;

/**
 * What a passage means, as vectors. The arrays are shared, not copied: nobody changes them.
 *
 * @param meaning of the whole, of length 1
 * @param tokens of each word piece, of length 1
 * @param starts of each word piece, as the first of an answer
 * @param ends of each word piece, as the last of an answer
 * @param none of the whole, as no answer
 * @param states of each word piece, half read: what a reading together with a question goes on from
 * @param pieces where each word piece stands in the text; empty ranges for those that mark an end
 * @param sentences of each sentence, of length 1; none where the whole is one
 */
@SuppressWarnings("ArrayRecordComponent") // measured often, copied never
public record PassageVectors(
    float[] meaning,
    float[][] tokens,
    float[][] starts,
    float[][] ends,
    float[] none,
    RoundedVectors states,
    List<Span> pieces,
    List<float[]> sentences) {

  public PassageVectors {
    pieces = List.copyOf(pieces);
    sentences = List.copyOf(sentences);
  }
}
