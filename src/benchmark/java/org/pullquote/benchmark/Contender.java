package org.pullquote.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.pullquote.article.Article;

/** A system that looks for passages. */
interface Contender {

  /** How many results are looked at. */
  int DEPTH = 3;

  String name();

  /** Makes an article ready to be asked about. */
  Index index(Article article) throws Exception;

  /** An article that can be asked about. */
  interface Index extends AutoCloseable {

    /** What is found, best first. */
    List<Result> ask(String question) throws Exception;

    @Override
    default void close() throws IOException {}
  }

  /**
   * A result.
   *
   * @param text what a reader is given
   * @param passages ids of the passages that it counts as
   */
  record Result(String text, Set<String> passages) {}
}
