package org.pullquote.app;

/** Something the user can mend. The message is one line that says what, where and what to do. */
final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }
}
