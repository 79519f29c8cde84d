package org.pullquote.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reduces spellings of one name to the same letters. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  private Folding() {}

  /** A word in lower case, without accents and full stops, with straight apostrophes. */
  static String key(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return (isAscii(lower) ? lower : withoutMarks(lower)).replace(".", "");
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 128);
  }

  private static String withoutMarks(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('’', '\'')
        .replace('ʻ', '\'')
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ı", "i")
        .replace("æ", "ae")
        .replace("ß", "ss");
  }

  /**
   * What transliterations of one name share: "shoygu" and "shoigu", "zelensky" and "zelenskyy".
   *
   * @param key of a word
   */
  static String sound(String key) {
    String plain =
        key.replace("'", "")
            .replace('y', 'i')
            .replace('j', 'i')
            .replace("kh", "h")
            .replace("ph", "f")
            .replace("ck", "k");
    return DOUBLED.matcher(plain).replaceAll("$1");
  }

  /** How many letters must be changed, added, left out or swapped with the next; at most 3. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return Math.min(3, cost[a.length()][b.length()]);
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
