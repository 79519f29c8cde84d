package org.pullquote.names;

import org.pullquote.article.Span;

/**
 * A word of a text.
 *
 * @param text as it stands there, without a possessive ending
 * @param key the same {@linkplain Folding#key folded}
 * @param span where it stands
 * @param gap what stands between it and the word before, without a possessive ending
 * @param sentence the number of its sentence in the text, from 0
 * @param possessive whether 's or ' follows it
 * @param starts whether it begins a sentence or a quotation, where any word has a capital
 * @param quoted whether it stands in quotation marks
 */
record Token(
    String text,
    String key,
    Span span,
    String gap,
    int sentence,
    boolean possessive,
    boolean starts,
    boolean quoted) {

  boolean capital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether nothing but a space or a hyphen is between it and the word before. */
  boolean joined() {
    return hyphened() || spaced();
  }

  boolean spaced() {
    return gap.equals(" ") || gap.equals("\u00a0");
  }

  boolean hyphened() {
    return gap.equals("-") || gap.equals("‑") || gap.equals("‐");
  }

  /** Whether it is written like "UN" or "U.S.": in capitals, and more than one. */
  boolean acronym() {
    String letters = text.replace(".", "");
    return letters.length() > 1
        && letters.length() <= 6
        && letters.chars().allMatch(Character::isUpperCase);
  }
}
