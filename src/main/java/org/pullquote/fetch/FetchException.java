package org.pullquote.fetch;

/** A link that is not followed, or leads to nothing. The message says in one line why. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  FetchException(String message) {
    super(message);
  }
}
