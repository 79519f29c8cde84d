package org.pullquote.library;

/** Hears how an update of the index goes. */
public interface UpdateListener {

  /** Hears nothing. */
  UpdateListener NONE = new UpdateListener() {};

  /** So many files are to be looked at. */
  default void total(int files) {}

  /** Another file was looked at. */
  default void seen() {}

  /** A file is not searched; why, in one line. */
  default void fault(String line) {}
}
