package org.pullquote.search;

/** Ranks the passages of an article by how well they match a question. */
public interface PassageSearch extends AutoCloseable {

  /**
   * Ranks the passages that share anything with the question or its context.
   *
   * @param question in the reader's words
   * @param context what it follows upon, if it does not stand by itself; counts less than the
   *     question, and may be empty
   * @param limit the most hits to return, 1 or more
   * @return the same for the same question, always
   */
  Ranking rank(String question, String context, int limit);

  @Override
  void close();
}
