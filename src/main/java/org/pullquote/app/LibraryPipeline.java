package org.pullquote.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.library.ArticlePipeline;
import org.pullquote.library.LibraryException;

/** Answers from the library's articles as from any other. */
final class LibraryPipeline implements ArticlePipeline {

  private final Program program;

  LibraryPipeline(Program program) {
    this.program = program;
  }

  @Override
  public Article read(Path file) throws LibraryException {
    try {
      return program.read(file).article();
    } catch (UserException e) {
      throw new LibraryException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<? extends Collection<String>> otherNames(Article article) {
    return Program.otherNames(article, program.names(article));
  }

  @Override
  public Answerer answerer(Article article) {
    return program.answerer(article);
  }
}
