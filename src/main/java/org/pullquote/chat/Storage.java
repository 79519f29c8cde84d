package org.pullquote.chat;

/** Where what is kept of readers is kept, which decides how it is erased. */
public enum Storage {
  /** A file of the bot's own: what is erased is overwritten. */
  FILE("privacy.file", "privacy.spoken.file"),
  /**
   * A database server, which several processes may share, and whose files, logs and copies are its
   * operator's.
   */
  SERVER("privacy.server", "privacy.spoken.server");

  private final String erasure;
  private final String spokenOf;

  Storage(String erasure, String spokenOf) {
    this.erasure = erasure;
    this.spokenOf = spokenOf;
  }

  /** The key of the phrase that says what is kept of what was spoken of. */
  String spokenOf() {
    return spokenOf;
  }

  /** The key of the phrase that says how it is erased. */
  String erasure() {
    return erasure;
  }
}
