package org.pullquote.chat;

import org.pullquote.search.LibraryIndexException;

/**
 * The articles cannot be looked up at this moment: what was asked may be answered later. The
 * message says in one line what is wrong.
 */
public final class OutOfReachException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OutOfReachException(LibraryIndexException cause) {
    super(cause.getMessage(), cause);
  }
}
