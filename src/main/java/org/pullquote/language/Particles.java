package org.pullquote.language;

import java.util.Set;
import org.pullquote.article.ResourceLines;

/** What Korean joins to nouns. */
final class Particles {

  private static final Set<String> KOREAN =
      Set.copyOf(ResourceLines.words(Particles.class, "particles-ko.txt"));

  private Particles() {}

  /** Whether it is no more than a particle. */
  static boolean is(String text) {
    return KOREAN.contains(text);
  }

  /** A word without the longest particle at its end, where at least two letters are left. */
  static Word without(Word word) {
    String text = word.text();
    for (int i = 2; i < text.length(); i++) {
      if (is(text.substring(i))) {
        return Word.of(text.substring(0, i));
      }
    }
    return word;
  }
}
