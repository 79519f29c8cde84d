package org.pullquote.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A piece of pasted text that stands by itself: between blank lines, or on a line of its own.
 *
 * @param line where it begins, counted from 1
 * @param text without white space around it
 */
public record Block(int line, String text) {

  /** The last brackets may hold an agency's name: "It rained. (Reuters)". */
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?…:;][\\s\"'”’)\\]»]*(?: \\([^()]{1,60}\\))?");

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2}");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ‛`´]");
  private static final Pattern QUOTES = Pattern.compile("[“”„‟«»]");
  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f]+");

  /** Whether it ends as a sentence does, be it within quotation marks or brackets. */
  public boolean endsSentence() {
    return SENTENCE_END.matcher(text).matches();
  }

  /** Whether it has no small letter, and some capitals. */
  public boolean isCapitals() {
    return text.equals(text.toUpperCase(Locale.ROOT)) && CAPITALS.matcher(text).find();
  }

  /** How many words it has, as white space parts them. */
  public int words() {
    return SPACES.split(text).length;
  }

  /** The text in a form in which two spellings of the same line are equal. */
  public String key() {
    return key(text);
  }

  /** Folds case, quotation marks, dashes and white space. */
  public static String key(String text) {
    return SPACES
        .matcher(
            DASHES
                .matcher(QUOTES.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("\""))
                .replaceAll("-"))
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
