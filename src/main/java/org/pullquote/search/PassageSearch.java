package org.pullquote.search;

/** Measures how the passages of an article match a question. */
public interface PassageSearch extends AutoCloseable {

  /**
   * Measures every passage.
   *
   * @return the same for the same query, always
   */
  Matches match(Query query);

  @Override
  void close();
}
