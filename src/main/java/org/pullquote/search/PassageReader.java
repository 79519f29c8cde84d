package org.pullquote.search;

import java.util.Optional;

/**
 * Reads a question and a passage together: slower than what is measured of every passage, so only
 * for those that are likely.
 */
@FunctionalInterface
public interface PassageReader {

  /** Reads nothing. */
  PassageReader NONE = match -> Optional.empty();

  /**
   * Reads the passage of a match with the question that it is a match for.
   *
   * @return nothing where there is no model to read with
   */
  Optional<Reading> read(Match match);
}
