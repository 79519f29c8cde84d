package org.pullquote.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;

/** What it takes to answer from one article: handed in, so that the library need not know how. */
public interface ArticlePipeline {

  /**
   * Reads the article of a file.
   *
   * @throws LibraryException naming the file and what is wrong with it
   */
  Article read(Path file) throws LibraryException;

  /** For each passage, in reading order, names that it can be found by and does not use. */
  List<? extends Collection<String>> otherNames(Article article);

  /** An answerer from an article. */
  Answerer answerer(Article article);
}
