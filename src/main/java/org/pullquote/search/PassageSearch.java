package org.pullquote.search;

/** Ranks the passages of an article by how well they match a question. */
public interface PassageSearch extends AutoCloseable {

  /**
   * Ranks the passages that share anything with the question.
   *
   * @param question in the reader's words
   * @param limit the most hits to return, 1 or more
   * @return the same for the same question, always
   */
  Ranking rank(String question, int limit);

  @Override
  void close();
}
