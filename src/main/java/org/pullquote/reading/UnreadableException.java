package org.pullquote.reading;

/** There is no article in what was to be read. The message says in one line why not. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnreadableException(String message) {
    this(message, 0);
  }

  UnreadableException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** The line of the source that is wrong, counted from 1; 0 where it is no one line. */
  public int line() {
    return line;
  }
}
