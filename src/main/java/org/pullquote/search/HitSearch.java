package org.pullquote.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What an engine does for {@link LikelyArticles}: it finds documents, by words and by meaning. */
public interface HitSearch {

  /** How to look for documents. */
  sealed interface Wanted permits Words, Meaning {}

  /**
   * Documents with some of these terms, by BM25: the sum of each term's score in each field, times
   * the weights of both.
   *
   * @param fields the weight of each
   * @param terms the weight of each; as {@link EnglishAnalysis} makes them
   */
  record Words(Map<String, Float> fields, Map<String, Float> terms) implements Wanted {}

  /**
   * Passages with a near meaning, by the exact vectors.
   *
   * @param vector what to be near to, of length 1
   * @param candidates how many a graph, which finds most of the nearest and not all, is asked for;
   *     the best of them are the hits
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Meaning(float[] vector, int candidates) implements Wanted {}

  /**
   * A document that was found.
   *
   * @param file whose it is
   * @param score above 0; comparable within one search
   */
  record Hit(String file, float score) {}

  /**
   * Searches.
   *
   * @param most hits of each search
   * @return the hits of each, best first
   */
  List<List<Hit>> hits(List<Wanted> searches, int most) throws IOException;

  /** What is kept of files, in their order, without those that have gone since. */
  List<IndexedFile> files(List<String> files) throws IOException;
}
