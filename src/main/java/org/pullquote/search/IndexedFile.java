package org.pullquote.search;

import org.jspecify.annotations.Nullable;

/**
 * What the index of a library keeps of a file.
 *
 * @param file its name in the library's folder
 * @param name what the article is called: the file's name without endings
 * @param key a short name for it, of 12 hexadecimal digits
 * @param stamp tells cheaply whether the file was touched since
 * @param digest tells whether its content is another one
 * @param modified when it was last changed, in milliseconds since 1970
 * @param article what was read from it; null where it is not searched
 * @param fault why it is not searched, in one line; null where it is
 */
public record IndexedFile(
    String file,
    String name,
    String key,
    String stamp,
    String digest,
    long modified,
    @Nullable IndexedArticle article,
    @Nullable String fault) {

  /**
   * @throws IllegalArgumentException unless there is either an article or a fault
   */
  public IndexedFile {
    if ((article == null) == (fault == null)) {
      throw new IllegalArgumentException("an article or a fault, not both: " + file);
    }
  }

  /** The same with another stamp: touched, but not changed. */
  public IndexedFile stamped(String stamp, long modified) {
    return new IndexedFile(file, name, key, stamp, digest, modified, article, fault);
  }
}
