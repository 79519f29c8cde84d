package org.pullquote.library;

/** Something about a file of the library that its owner can mend. The message is one line. */
public final class LibraryException extends Exception {
  private static final long serialVersionUID = 1L;

  public LibraryException(String message) {
    super(message);
  }
}
