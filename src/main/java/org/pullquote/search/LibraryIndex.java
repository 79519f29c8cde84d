package org.pullquote.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pullquote.article.Article;

/**
 * An index of all articles of a library: which there are, and which of them may answer. What it
 * finds is what was last committed. May be used by several threads at once. Every method throws
 * {@link LibraryIndexException} where the index is out of reach.
 */
public interface LibraryIndex extends AutoCloseable {

  /** What is kept of a file, searched or not. */
  Optional<IndexedFile> file(String file);

  /** The {@linkplain IndexedFile#stamp() stamps} of all files that are kept, by their names. */
  Map<String, String> stamps();

  /** The article that is called so. */
  Optional<IndexedFile> named(String name);

  /** The article with that {@linkplain IndexedFile#key() key}. */
  Optional<IndexedFile> keyed(String key);

  /** An article with just those passages. */
  Optional<IndexedFile> ofEdition(String edition);

  /** How many articles there are. */
  int size();

  /**
   * A part of the articles, the last changed first.
   *
   * @param from the place of its first one, from 0
   * @param most how many at the most
   */
  List<IndexedFile> articles(int from, int most);

  /** Hands over all that is kept of files, in no order, one at a time. */
  void forEach(Consumer<IndexedFile> file);

  /**
   * The articles that are likeliest to answer, best first.
   *
   * @param most how many at the most
   */
  List<LikelyArticle> likely(Query query, int most);

  /** Whether what is kept was made by another version or model, and has to be made anew. */
  boolean isOutdated();

  /** Finds from now on what was committed since, by whomever. */
  void refresh();

  /**
   * Begins to change the index; one at a time, on all machines and in all programs.
   *
   * @param anew whether to begin with nothing; what is kept is found until the first commit
   * @throws LibraryIndexException.Locked if somebody else is changing it
   */
  Changes change(boolean anew);

  @Override
  void close();

  /** Changes of an index. They are found after a commit; without one they never were. */
  interface Changes extends AutoCloseable {

    /**
     * Puts an article in the place of what is kept of its file.
     *
     * @param otherNames for each passage, in reading order, names that it can be found by and does
     *     not use
     */
    void put(IndexedFile file, Article article, List<? extends Collection<String>> otherNames);

    /** Puts a file that cannot be searched in the place of what is kept of it. */
    void putFault(IndexedFile file);

    /** Keeps the new stamp of a file that was touched and is as it was. */
    void stamp(IndexedFile file);

    /** Forgets a file. */
    void remove(String file);

    /** Keeps all changes so far: all of them, or none where this fails. */
    void commit();

    /** Ends it, without what was not committed. */
    @Override
    void close();
  }
}
