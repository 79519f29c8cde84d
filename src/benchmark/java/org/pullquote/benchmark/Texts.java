package org.pullquote.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/** When a result is the passage asked for, and when it contains the answer. */
final class Texts {

  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Texts() {}

  /** A passage as every contender reads and gives it: with its credit, where it has one. */
  static String of(Passage passage) {
    return passage.credit() == null ? passage.text() : passage.text() + " – " + passage.credit();
  }

  /** Whether a text contains one of the answers, whatever its white space and quotation marks. */
  static boolean containsAny(String text, List<String> answers) {
    String plain = plain(text);
    return answers.stream()
        .map(Texts::plain)
        .anyMatch(answer -> !answer.isEmpty() && plain.contains(answer));
  }

  /**
   * The passages that a segment of an article counts as: those of which it holds more than half, in
   * one run of words.
   */
  static Set<String> passagesIn(String segment, Article article) {
    List<String> words = words(segment);
    return article.passages().stream()
        .filter(
            passage -> {
              List<String> wanted = words(of(passage));
              return 2 * longestRun(words, wanted) > wanted.size();
            })
        .map(Passage::id)
        .collect(Collectors.toSet());
  }

  /** How many words there are. */
  static int length(String text) {
    return words(text).size();
  }

  /** The longest run of words that two texts have in common. */
  private static int longestRun(List<String> one, List<String> other) {
    int longest = 0;
    int[] before = new int[other.size() + 1];
    for (String word : one) {
      int[] ending = new int[other.size() + 1];
      for (int i = 0; i < other.size(); i++) {
        if (word.equals(other.get(i))) {
          ending[i + 1] = before[i] + 1;
          longest = Math.max(longest, ending[i + 1]);
        }
      }
      before = ending;
    }
    return longest;
  }

  private static List<String> words(String text) {
    return Arrays.asList(plain(text).split(" "));
  }

  private static String plain(String text) {
    return WHITE_SPACE
        .matcher(text.replaceAll("[‘’‛]", "'").replaceAll("[“”„]", "\""))
        .replaceAll(" ")
        .strip();
  }
}
