package org.pullquote.library;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.reading.ArticleJson;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LikelyArticle;
import org.pullquote.search.Query;

/**
 * Articles in a folder, and an index of all of them. May be used by several threads at once. Every
 * method may throw {@link org.pullquote.search.LibraryIndexException}.
 */
public final class Library implements AutoCloseable {

  private final LibraryFolder folder;
  private final LibraryIndex index;
  private final ArticlePipeline pipeline;
  private final InstantSource clock;
  private final OpenArticles open;

  /**
   * @param index closed with the library
   * @param mostPassages how many passages the articles that are held in memory may have together
   */
  public Library(
      LibraryFolder folder,
      LibraryIndex index,
      ArticlePipeline pipeline,
      InstantSource clock,
      int mostPassages) {
    this.folder = folder;
    this.index = index;
    this.pipeline = pipeline;
    this.clock = clock;
    this.open = new OpenArticles(folder, pipeline, mostPassages);
  }

  /**
   * Brings the index up to date with the folder.
   *
   * @return how many files were put into the index or taken out of it
   * @throws LibraryException if the folder cannot be read
   */
  public synchronized int update(UpdateListener listener) throws LibraryException {
    return new LibraryUpdate(folder, index, pipeline, clock, false, listener).run();
  }

  /** The same, from scratch: the new index takes the place of the old one when it is complete. */
  public synchronized int reindex(UpdateListener listener) throws LibraryException {
    return new LibraryUpdate(folder, index, pipeline, clock, true, listener).run();
  }

  /**
   * Makes the folder if it is not there.
   *
   * @throws LibraryException if it cannot be made
   */
  public void prepare() throws LibraryException {
    folder.make();
  }

  /**
   * Whether there is a file of an article that is called so.
   *
   * @throws LibraryException if the folder cannot be read
   */
  public boolean has(String name) throws LibraryException {
    return !folder.called(name).isEmpty();
  }

  /**
   * Whether there is one with just those passages.
   *
   * @throws LibraryException if it, or the folder, cannot be read
   */
  boolean has(String name, String edition) throws LibraryException {
    for (Path file : folder.called(name)) {
      if (pipeline.read(file).edition().equals(edition)) {
        return true;
      }
    }
    return false;
  }

  /** How many articles can be asked. */
  public int size() {
    return index.size();
  }

  /**
   * A part of the articles, the last changed first.
   *
   * @param from the place of its first one, from 0
   * @param most how many at the most
   */
  public List<IndexedFile> articles(int from, int most) {
    return index.articles(from, most);
  }

  /** Hands over all files, also those that are not searched, in no order. */
  public void forEach(Consumer<IndexedFile> file) {
    index.forEach(file);
  }

  public Optional<IndexedFile> named(String name) {
    return index.named(name);
  }

  /** The article with that {@linkplain IndexedFile#key() key}. */
  public Optional<IndexedFile> keyed(String key) {
    return index.keyed(key);
  }

  /** An article with just those passages. */
  public Optional<IndexedFile> ofEdition(String edition) {
    return index.ofEdition(edition);
  }

  /** The articles that are likeliest to answer, best first. */
  public List<LikelyArticle> likely(Query query, int most) {
    return index.likely(query, most);
  }

  /**
   * The answerer from an article, which stays open for a while.
   *
   * @throws LibraryException if its file cannot be read any more
   */
  public Answerer open(IndexedFile file) throws LibraryException {
    return open.of(file);
  }

  /**
   * Puts an article into the folder, as JSON that a person can read and edit. The index learns of
   * it by the next update.
   *
   * @param name what to call it
   * @param replaces whether it may take the place of one of that name
   * @return its file
   * @throws LibraryException if there is one of that name or with those passages, or it cannot be
   *     written
   */
  public synchronized Path add(String name, Article article, boolean replaces)
      throws LibraryException {
    if (name.isEmpty() || !name.equals(ArticleFileName.of(name))) {
      throw new LibraryException(
          "\""
              + name
              + "\" is no name for an article: small letters, digits, - and _, 60 at the"
              + " most");
    }
    List<Path> before = folder.called(name);
    if (!before.isEmpty() && !replaces) {
      throw new LibraryException(
          before.getFirst()
              + ": is there already; give the new one another name (--name), or put it in its place (--replace)");
    }
    Optional<IndexedFile> same = index.ofEdition(article.edition());
    if (same.isPresent() && !same.get().name().equals(name) && folder.holds(same.get().file())) {
      throw new LibraryException("the article is there already, as \"" + same.get().name() + "\"");
    }
    String file = name + ".json";
    Path written =
        folder.write(file, ArticleJson.pretty(article), copy -> requireSame(copy, article));
    for (Path old : before) {
      if (!old.equals(written)) {
        folder.remove(old);
      }
    }
    return written;
  }

  /** What is kept must be what was read, to the last letter. */
  private void requireSame(Path copy, Article article) throws LibraryException {
    if (!pipeline.read(copy).edition().equals(article.edition())) {
      throw new LibraryException("the article cannot be kept as it is: it reads otherwise");
    }
  }

  /**
   * Takes an article out of the folder, with its metadata. The index learns of it by the next
   * update.
   *
   * @throws LibraryException if there is none of that name, or it cannot be removed
   */
  public synchronized void remove(String name) throws LibraryException {
    List<Path> files = folder.called(name);
    if (files.isEmpty()) {
      throw new LibraryException("there is no article called \"" + name + "\"");
    }
    for (Path file : files) {
      folder.remove(file);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
