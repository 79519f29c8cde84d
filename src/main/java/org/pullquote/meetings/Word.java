package org.pullquote.meetings;

import java.util.Set;
import org.pullquote.article.Span;

/**
 * A word of a sentence. Parts joined by hyphens are one.
 *
 * @param text as it stands there, without a possessive ending
 * @param key the same in lower case, with straight apostrophes
 * @param span where it stands in the passage
 * @param possessive whether 's or ' follows it
 * @param gap what stands between it and the word before
 */
record Word(String text, String key, Span span, boolean possessive, String gap) {

  boolean capital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether nothing but a space is between it and the word before. */
  boolean joined() {
    return gap.isBlank() && !gap.isEmpty();
  }

  /** Whether a comma or a bracket is between it and the word before. */
  boolean afterComma() {
    return Set.of(",", "(", ")", "),").contains(gap.strip());
  }
}
