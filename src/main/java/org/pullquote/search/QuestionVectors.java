package org.pullquote.search;

/**
 * What a question means, as vectors. The arrays are shared, not copied: nobody changes them.
 *
 * @param meaning of the whole, of length 1
 * @param tokens of each word piece, of length 1; none where there are no words
 * @param start what the first word piece of an answer is near to
 * @param end what the last word piece of an answer is near to
 * @param none what a passage that does not answer is near to
 * @param states of each word piece, with the marks around them, half read: what a reading together
 *     with a passage goes on from
 */
@SuppressWarnings("ArrayRecordComponent") // measured often, copied never
public record QuestionVectors(
    float[] meaning,
    float[][] tokens,
    float[] start,
    float[] end,
    float[] none,
    float[][] states) {}
