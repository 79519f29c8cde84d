package org.pullquote.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SQuAD's token F1: the overlap of two texts as bags of words, without case, punctuation and
 * articles (Rajpurkar et al. 2016, and the official evaluation script of SQuAD 1.1).
 */
public final class TokenF1 {

  private TokenF1() {}

  /** The best F1 of {@code said} against any of {@code answers}, 0 to 1; 0 where there is none. */
  public static double best(String said, List<String> answers) {
    return answers.stream().mapToDouble(answer -> of(said, answer)).max().orElse(0);
  }

  private static double of(String said, String answer) {
    List<String> saidWords = words(said);
    List<String> answerWords = words(answer);
    Map<String, Integer> left = new HashMap<>();
    saidWords.forEach(word -> left.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : answerWords) {
      if (left.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return common == 0 ? 0 : 2.0 * common / (saidWords.size() + answerWords.size());
  }

  private static List<String> words(String text) {
    String bare =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("\\p{Punct}|[‘’“”–—…]", "")
            .replaceAll("\\b(?:a|an|the)\\b", " ")
            .strip();
    return bare.isEmpty() ? List.of() : Arrays.asList(bare.split("\\s+"));
  }
}
