package org.pullquote.store;

/**
 * The store cannot be read or written. The message says which file or server and what to do, in one
 * line, and no password.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreException(String message) {
    super(message);
  }
}
