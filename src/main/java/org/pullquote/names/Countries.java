package org.pullquote.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pullquote.article.Span;

/** Finds countries in a text by general knowledge, whatever an article makes of them. */
public final class Countries {

  private static final Set<String> LINKS = Set.of("and", "or");

  private Countries() {}

  /**
   * Where words for countries stand, in order: names, and adjectives and peoples, as often in
   * headlines; a row of them is one: "joint <u>US-South Korean</u> drills", "<u>Russia, Belarus and
   * Iran</u>".
   */
  public static List<Span> in(String text) {
    Words words = Words.of(text);
    List<Span> found = new ArrayList<>();
    int first = 0;
    int end = 0;
    for (int i = 0; i < words.size(); ) {
      int n = Gazetteer.WORLD.country(words, i);
      if (n > 0) {
        if (end == 0 || !isRow(words, end, i)) {
          first = i;
        } else {
          found.removeLast();
        }
        end = i + n;
        found.add(words.span(first, end));
      }
      i += Math.max(1, n);
    }
    return found;
  }

  /** Whether there is nothing but a hyphen, a comma or "and" between two names. */
  private static boolean isRow(Words words, int end, int next) {
    boolean linked = next == end + 1 && LINKS.contains(words.get(end).key());
    return words.get(next).sentence() == words.get(end - 1).sentence()
        && (linked
            ? words.get(next).spaced() && !words.get(end).hyphened()
            : next == end && (words.get(next).hyphened() || words.get(next).gap().equals(", ")));
  }
}
