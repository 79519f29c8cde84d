package org.pullquote.picture;

/** A diagram laid out for a picture, or why there is none. */
public sealed interface Rendering permits Sketch, Rendering.Undrawable {

  /**
   * Why a diagram cannot be drawn here; the caller can say it as text.
   *
   * @param reason what is missing
   * @param detail what of it: the characters, or what the system said
   */
  record Undrawable(Reason reason, String detail) implements Rendering {}

  /** What is missing. */
  enum Reason {
    /** The machine has no fonts that Java finds, or a Java that cannot draw. */
    NO_FONTS,
    /** No font has a glyph for a character; it would be an empty box. */
    MISSING_GLYPHS
  }
}
