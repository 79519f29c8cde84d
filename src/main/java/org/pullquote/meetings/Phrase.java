package org.pullquote.meetings;

import org.jspecify.annotations.Nullable;
import org.pullquote.names.Mention;

/**
 * Words of a sentence for a person or people, from one word to before another.
 *
 * @param from the first, with what stands before the noun or name: "the North's most senior"
 * @param to past the last, with what stands behind the noun: "of both parties"
 * @param several whether it is for more than one
 * @param mention who it is, or null where it is nobody with a name in the article
 */
record Phrase(int from, int to, boolean several, @Nullable Mention mention) {

  boolean isPronoun() {
    return mention != null && mention.form() == Mention.Form.PRONOUN;
  }
}
