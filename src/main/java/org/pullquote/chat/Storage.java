package org.pullquote.chat;

/** Where what is kept of readers is kept, which decides how it is erased. */
public enum Storage {
  /** A file of the bot's own: what is erased is overwritten. */
  FILE("privacy.file"),
  /** A database server, whose files, logs and copies are its operator's. */
  SERVER("privacy.server");

  private final String erasure;

  Storage(String erasure) {
    this.erasure = erasure;
  }

  /** The key of the phrase that says how it is erased. */
  String erasure() {
    return erasure;
  }
}
