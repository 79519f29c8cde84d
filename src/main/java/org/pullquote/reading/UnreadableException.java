package org.pullquote.reading;

import org.pullquote.text.PlainText;

/** There is no article in what was to be read. The message says in one line why not. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** In code units. */
  private static final int LONGEST = 300;

  private final int line;

  UnreadableException(String message) {
    this(message, 0);
  }

  UnreadableException(String message, int line) {
    super(shortened(PlainText.line(message)));
    this.line = line;
  }

  /** A message may repeat what a file says, which may be anything. */
  private static String shortened(String message) {
    return message.length() <= LONGEST
        ? message
        : message.substring(0, message.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }

  /** The line of the source that is wrong, counted from 1; 0 where it is no one line. */
  public int line() {
    return line;
  }
}
