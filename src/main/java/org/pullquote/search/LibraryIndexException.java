package org.pullquote.search;

/** The index of the library cannot be used. The message says in one line what to do. */
public class LibraryIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and why. */
  public LibraryIndexException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Another program, or another thread, is changing the index. */
  public static final class Locked extends LibraryIndexException {
    private static final long serialVersionUID = 1L;

    Locked(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
