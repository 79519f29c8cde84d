package org.pullquote.app;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.SentenceSplitter;

/** The product as its own commands get it, with its default settings: the benchmark's one door. */
public final class Product {

  private final Program program;

  /**
   * @param home the project's folder
   * @throws UserException if the configuration is malformed
   */
  public Product(Path home, PrintWriter err) throws UserException {
    Surroundings surroundings =
        new Surroundings(
            Map.of(), home, home, new BufferedReader(Reader.nullReader()), err, err);
    program = Program.of(new Main(surroundings));
  }

  /** The article of {@code data/}. */
  public Article article() throws UserException {
    return program.article();
  }

  /** Reads an article file. */
  public Article article(Path file) throws UserException {
    return program.read(file).article();
  }

  /** Indexes an article. */
  public Answerer answerer(Article article) throws Exception {
    return program.answerer(article);
  }

  public SentenceSplitter splitter() {
    return program.splitter();
  }
}
