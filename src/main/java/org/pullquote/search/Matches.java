package org.pullquote.search;

import java.util.List;

/**
 * How the passages of an article match a question.
 *
 * @param matches one for each passage, in reading order
 * @param searchable whether there is any word to search by, beyond question words
 */
public record Matches(List<Match> matches, boolean searchable) {

  public Matches {
    matches = List.copyOf(matches);
  }
}
