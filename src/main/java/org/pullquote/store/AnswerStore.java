package org.pullquote.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What answers showed and what readers think of them. Methods may be called by several threads at
 * once, and throw {@link StoreException} where the disk fails them.
 */
public interface AnswerStore {

  /** The answer with that id; empty where none is kept. */
  Optional<KeptAnswer> find(String id);

  /** Keeps what a reader thinks of an answer, in place of what they thought before. */
  void rate(Rating rating);

  /** All that readers think of answers, oldest first. */
  List<Rating> ratings();

  /**
   * Forgets all answers to a reader, all that this reader thinks of answers, what others think of
   * the answers to this reader, what tells whether the reader's messages were changed, what was
   * spoken of, and which article was chosen in the private chat. Nothing of it is left on the disk
   * where that is a file; a server is asked to clean its tables.
   */
  void forgetReader(long reader);

  /** Forgets answers shown before then; what readers think of them is kept. */
  void forgetShown(Instant before);
}
