package org.pullquote.library;

import org.pullquote.library.ArticleDesk.Submission;

/** Reads what somebody hands in as an article; handed in itself, as {@link ArticlePipeline} is. */
public interface SubmissionReader {

  /**
   * Reads a file.
   *
   * @param name its name, whose ending may tell the format
   * @throws LibraryException if there is no article in it; why not, in one line
   */
  Submission file(String name, byte[] content) throws LibraryException;

  /**
   * Reads what a link leads to.
   *
   * @throws LibraryException if that is no article, or links may not be followed
   */
  Submission link(String url) throws LibraryException;
}
