package org.pullquote.picture;

/** There are characters that no font can display. */
final class MissingGlyphsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param character the first of them
   */
  MissingGlyphsException(int character) {
    super("U+%04X %s".formatted(character, Character.toString(character)));
  }
}
