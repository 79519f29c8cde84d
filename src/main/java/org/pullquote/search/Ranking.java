package org.pullquote.search;

import java.util.List;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/**
 * The passages that match a question, best first.
 *
 * @param hits best first; passages of equal score in reading order
 * @param searchable whether there is any word to search by, beyond question words
 */
public record Ranking(List<Hit> hits, boolean searchable) {

  public Ranking {
    hits = List.copyOf(hits);
  }

  /**
   * A passage that matches.
   *
   * @param score comparable within one ranking only; above 0
   * @param coverage how much of the question the passage holds: the IDF of the question's terms
   *     found in it over that of all of them, 0 to 1, names that the article lacks counted more; of
   *     its context's terms, where it has none of its own; comparable between questions
   * @param matches the words of the passage that match, in order, not overlapping
   */
  public record Hit(Passage passage, double score, double coverage, List<Span> matches) {

    public Hit {
      matches = List.copyOf(matches);
    }
  }
}
