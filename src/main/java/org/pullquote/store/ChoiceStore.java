package org.pullquote.store;

import java.util.Optional;

/**
 * Which article each chat asks. Methods may be called by several threads at once, and throw {@link
 * StoreException} where the disk fails them.
 */
public interface ChoiceStore {

  /** What a chat has chosen; empty where it has not. */
  Optional<String> chosen(long chat);

  /** Keeps what a chat has chosen, in place of what it had chosen before. */
  void choose(long chat, String article);
}
