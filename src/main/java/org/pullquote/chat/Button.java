package org.pullquote.chat;

/** Something that a reader can press under a reply. */
public sealed interface Button {

  /** What stands on it. */
  String label();

  /** Shows another page in place of the one above it. */
  record Open(String label, Page page) implements Button {}

  /** Says whether the answer was a good one. */
  record Rate(String label, Verdict verdict) implements Button {}

  /** Makes the chat ask another article. */
  record Choose(String label, Choice choice) implements Button {}

  /** Does something to the library. */
  record Edit(String label, EditAction action) implements Button {}

  /** What an administrator does to an article that was handed in. */
  enum EditAction {
    ADD,
    DISCARD,
    TAKE_BACK
  }

  /** Puts a text on the reader's clipboard. */
  record Copy(String label, String text) implements Button {}

  /**
   * Passes a quote on to another chat.
   *
   * @param typed what to type after the bot's name for it
   */
  record Share(String label, String typed) implements Button {}

  /** What a reader thinks of an answer. */
  enum Verdict {
    GOOD,
    BAD
  }
}
