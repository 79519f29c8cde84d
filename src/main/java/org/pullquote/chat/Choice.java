package org.pullquote.chat;

/**
 * Which article a chat asks: one of a library, all of them, or the one that is there from the
 * start.
 *
 * @param key a short name of the article, as {@link Articles} gives it; for the other two see below
 */
public record Choice(String key) {

  /** The article that is there from the start. */
  public static final Choice STANDARD = new Choice("");

  /** All articles. */
  public static final Choice ALL = new Choice("*");

  /** Whether a key can be one. */
  public static boolean isKey(String key) {
    return key.equals(ALL.key) || key.matches("[0-9a-f]{0,12}");
  }
}
