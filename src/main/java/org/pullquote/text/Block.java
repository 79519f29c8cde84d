package org.pullquote.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text that stands by itself: between blank lines, on a line of its own, or where a
 * document sets it apart.
 *
 * @param line where it begins, counted from 1; in a document, its page or paragraph
 * @param text without white space around it
 * @param role what its document says that it is
 * @param image the address of the image that it is the caption of, or null
 */
public record Block(int line, String text, Role role, @Nullable String image) {

  /** An agency's name may stand behind the last one: "It rained. (Reuters)", "It rained. – AFP". */
  private static final Pattern SENTENCE_END =
      Pattern.compile(
          ".*[.!?…:;][\\s\"'”’)\\]»]*(?: \\([^()]{1,60}\\)| [–—-] ?" + CreditLine.AGENCY + ")?");

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2}");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ‛`´]");
  private static final Pattern QUOTES = Pattern.compile("[“”„‟«»]");
  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f]+");

  /** A block of which only the words are known. */
  public Block(int line, String text) {
    this(line, text, Role.UNTOLD, null);
  }

  /** A block without an image. */
  public Block(int line, String text, Role role) {
    this(line, text, role, null);
  }

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
