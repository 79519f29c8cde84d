package org.pullquote.language;

/**
 * A word without its endings.
 *
 * @param text in small letters, without accents
 * @param open whether it stands for the words that begin with it, too
 */
record Stem(String text, boolean open) {

  /** With longer ones it is another word. */
  private static final int LONGEST_ENDING = 5;

  private static final String OPEN = "*";

  /** A stem as it is written in a list: {@code word}, or {@code wor*} for all its forms. */
  static Stem of(String written) {
    boolean open = written.endsWith(OPEN);
    return new Stem(
        Word.key(open ? written.substring(0, written.length() - OPEN.length()) : written), open);
  }

  boolean matches(String key) {
    return open
        ? key.startsWith(text) && key.length() - text.length() <= LONGEST_ENDING
        : key.equals(text);
  }
}
