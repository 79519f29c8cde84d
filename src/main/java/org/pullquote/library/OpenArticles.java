package org.pullquote.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.pullquote.answer.Answerer;
import org.pullquote.search.IndexedFile;

/**
 * The articles that were asked of late, open: the rest wait on disk. One that is put away is not
 * closed, since somebody may be asking it; it holds nothing but memory.
 */
final class OpenArticles {

  private final LibraryFolder folder;
  private final ArticlePipeline pipeline;
  private final Cache<String, Answerer> open;

  /**
   * @param mostPassages how many passages the open articles may have together
   */
  OpenArticles(LibraryFolder folder, ArticlePipeline pipeline, int mostPassages) {
    this.folder = folder;
    this.pipeline = pipeline;
    this.open =
        Caffeine.newBuilder()
            .maximumWeight(mostPassages)
            .weigher((String key, Answerer answerer) -> answerer.article().passages().size())
            .executor(Runnable::run)
            .build();
  }

  /**
   * The answerer from an article, opened if it is not.
   *
   * @throws LibraryException if its file cannot be read any more
   */
  Answerer of(IndexedFile file) throws LibraryException {
    try {
      // Another digest is another article.
      return open.get(file.file() + '\n' + file.digest(), key -> read(file));
    } catch (UnreadException e) {
      throw new LibraryException(String.valueOf(e.getMessage()));
    }
  }

  private Answerer read(IndexedFile file) {
    try {
      return pipeline.answerer(pipeline.read(folder.path(file.file())));
    } catch (LibraryException e) {
      throw new UnreadException(e);
    }
  }

  /** A checked exception on its way through the cache, which keeps nothing then. */
  private static final class UnreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadException(LibraryException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
