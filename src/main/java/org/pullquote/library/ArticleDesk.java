package org.pullquote.library;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.reading.ArticleJson;
import org.pullquote.search.IndexedFile;

/** Where articles are handed in: they are read at once, and added when somebody confirms them. */
public final class ArticleDesk {

  private static final String PASTED = "message.txt";
  private static final String DRAFT = "draft.json";
  private static final String NAMELESS = "article";

  private final Library library;
  private final SubmissionReader reader;

  public ArticleDesk(Library library, SubmissionReader reader) {
    this.library = library;
    this.reader = reader;
  }

  /**
   * What was read.
   *
   * @param leftOut the texts that are no part of the article, in order
   */
  public record Submission(Article article, List<String> leftOut) {

    public Submission {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Reads a file.
   *
   * @throws LibraryException if there is no article in it, or it is in the library already
   */
  public Submission file(String name, byte[] content) throws LibraryException {
    return unknown(reader.file(name, content));
  }

  /**
   * Reads what a link leads to.
   *
   * @throws LibraryException if that is no article, or in the library already, or links may not be
   *     followed
   */
  public Submission link(String url) throws LibraryException {
    return unknown(reader.link(url));
  }

  /**
   * Reads a text.
   *
   * @throws LibraryException if it is no article, or in the library already
   */
  public Submission text(String text) throws LibraryException {
    return file(PASTED, text.getBytes(StandardCharsets.UTF_8));
  }

  private Submission unknown(Submission submission) throws LibraryException {
    Optional<IndexedFile> same = library.ofEdition(submission.article().edition());
    if (same.isPresent()) {
      throw new LibraryException("the article is there already, as \"" + same.get().name() + "\"");
    }
    return submission;
  }

  /**
   * A name for an article that none in the library has.
   *
   * @throws LibraryException if the folder cannot be read
   */
  public String freeName(Article article) throws LibraryException {
    String title =
        article.headline().map(Passage::text).orElse(String.valueOf(article.metadata().title()));
    String plain = ArticleFileName.of(title);
    String name = plain.isEmpty() ? NAMELESS : plain;
    for (int i = 2; library.has(name); i++) {
      name = (plain.isEmpty() ? NAMELESS : plain) + "-" + i;
    }
    return name;
  }

  /** An article as it is kept until somebody confirms it. */
  public static String draft(Article article) {
    return ArticleJson.pretty(article);
  }

  /**
   * Adds a draft to the library; once, if it is done twice.
   *
   * @throws LibraryException if it cannot be added
   */
  public void add(String name, String draft) throws LibraryException {
    Article article = reader.file(DRAFT, draft.getBytes(StandardCharsets.UTF_8)).article();
    if (!library.has(name, article.edition())) {
      library.add(name, article, false);
    }
  }

  /**
   * Takes back what was added, unless it was changed since.
   *
   * @throws LibraryException if it is another one now, or cannot be removed
   */
  public void takeBack(String name, String draft) throws LibraryException {
    Article article = reader.file(DRAFT, draft.getBytes(StandardCharsets.UTF_8)).article();
    if (library.has(name) && !library.has(name, article.edition())) {
      throw new LibraryException("the article \"" + name + "\" has been changed since");
    }
    if (library.has(name)) {
      library.remove(name);
    }
  }
}
