package org.pullquote.app;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.search.TextModel;

/** The product as its own commands get it, with its default settings: the benchmark's one door. */
public final class Product {

  private final Program program;

  /**
   * @param home the project's folder
   * @throws UserException if the configuration is malformed
   */
  public Product(Path home, PrintWriter err) throws UserException {
    this(home, err, Map.of());
  }

  /**
   * @param environment variables that set what is configured
   * @throws UserException if the configuration is malformed
   */
  public Product(Path home, PrintWriter err, Map<String, String> environment)
      throws UserException {
    Surroundings surroundings =
        new Surroundings(
            environment, home, home, new BufferedReader(Reader.nullReader()), err, err);
    program = Program.of(new Main(surroundings));
  }

  /** The article of {@code data/}. */
  public Article article() throws UserException, LibraryException {
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

  /**
   * The configured library; close it after use.
   *
   * @param standIn says what text means to its index in the place of the model; null where the
   *     configuration says how
   */
  public Library library(@Nullable TextModel standIn) {
    return standIn == null ? program.library() : program.library(standIn);
  }

  /** Asks all articles of a library. */
  public AskAll askAll(Library library) {
    return new AskAll(library, program.config().answerPolicy());
  }

  public SentenceSplitter splitter() {
    return program.splitter();
  }
}
