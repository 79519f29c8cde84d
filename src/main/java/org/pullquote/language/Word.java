package org.pullquote.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a question.
 *
 * @param text as it is written
 * @param key to compare it by: in small letters, without accents
 */
record Word(String text, String key) {

  /** An apostrophe is a sign of Ukrainian words; elsewhere it is between words. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}]|(?<=\\p{IsCyrillic})['’ʼ](?=\\p{IsCyrillic}))*");

  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");

  /** Those of Latin and Cyrillic letters; other scripts need theirs. */
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");

  /** The words of a text, in order. Hyphens are between words. */
  static List<Word> in(String text) {
    return WORD.matcher(text).results().map(result -> of(result.group())).toList();
  }

  static Word of(String text) {
    return new Word(text, key(text));
  }

  /** What to compare a word by. */
  static String key(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String plain = APOSTROPHES.matcher(ACCENTS.matcher(apart).replaceAll("")).replaceAll("");
    return Normalizer.normalize(plain, Normalizer.Form.NFC)
        .replace("ß", "ss")
        .replace('ı', 'i')
        .replace('ł', 'l')
        .replace("œ", "oe");
  }

  boolean capital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  UnicodeScript script() {
    return UnicodeScript.of(text.codePointAt(0));
  }

  boolean latin() {
    return script() == UnicodeScript.LATIN;
  }
}
