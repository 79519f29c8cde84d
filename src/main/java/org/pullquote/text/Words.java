package org.pullquote.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of lines, to tell how much two of them say the same. */
public final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Words() {}

  public static List<String> of(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  /**
   * The share of words that both have, of those of the one that has fewer; 0 where one has none.
   */
  public static double share(String one, String other) {
    Set<String> first = new HashSet<>(of(one));
    Set<String> second = new HashSet<>(of(other));
    int fewer = Math.min(first.size(), second.size());
    first.retainAll(second);
    return fewer == 0 ? 0 : (double) first.size() / fewer;
  }
}
