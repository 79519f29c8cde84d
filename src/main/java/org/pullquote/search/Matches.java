package org.pullquote.search;

import java.util.List;

/**
 * How the passages of an article match a question.
 *
 * @param matches one for each passage, in reading order
 * @param searchable whether there is any word to search by, beyond question words
 * @param reader reads those matches closely, as long as the search is open
 */
public record Matches(List<Match> matches, boolean searchable, PassageReader reader) {

  public Matches {
    matches = List.copyOf(matches);
  }

  /** Matches that nobody can read closely. */
  public Matches(List<Match> matches, boolean searchable) {
    this(matches, searchable, PassageReader.NONE);
  }
}
