package org.pullquote.search;

import org.jspecify.annotations.Nullable;

/** The index of the library cannot be used. The message says in one line what to do. */
public class LibraryIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what is wrong, where, and what to do
   */
  public LibraryIndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Another program, or another thread, is changing the index. */
  public static final class Locked extends LibraryIndexException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: who has it, and what to do
     */
    public Locked(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
