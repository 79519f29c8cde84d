package org.pullquote.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses for each run of a text a font that can display it: Java's own for the system, then the
 * one that comes with the program (Han, Hangul, Kana), then any other that is installed.
 */
final class Fonts {

  private static final String BUNDLED = "DroidSansFallback.ttf";

  private final List<Font> first;
  private final Map<Integer, Font> installed = new HashMap<>();
  private @Nullable List<Font> others;

  /**
   * Loads the first fonts.
   *
   * @throws RuntimeException or an {@link Error} as Java2D likes, where the machine has no fonts
   */
  Fonts() {
    first =
        Stream.concat(
                Stream.of(Font.SANS_SERIF, Font.DIALOG, Font.SERIF)
                    .map(name -> new Font(name, Font.PLAIN, 1)),
                Stream.of(bundled()))
            .toList();
  }

  private static Font bundled() {
    try (InputStream in =
        new BufferedInputStream(
            Objects.requireNonNull(Fonts.class.getResourceAsStream(BUNDLED), BUNDLED))) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + BUNDLED, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("cannot load " + BUNDLED, e);
    }
  }

  /**
   * A text with the font of each of its runs.
   *
   * @throws MissingGlyphsException if there is none for a character
   */
  AttributedString dress(String text, Style style) throws MissingGlyphsException {
    AttributedString dressed = new AttributedString(text);
    Font current = first.getFirst();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      Font font = fontFor(character, current);
      if (!font.equals(current)) {
        set(dressed, current, style, start, i);
        current = font;
        start = i;
      }
      i += Character.charCount(character);
    }
    set(dressed, current, style, start, text.length());
    return dressed;
  }

  private static void set(AttributedString text, Font font, Style style, int start, int end) {
    if (end > start) {
      int weight = style.bold() ? Font.BOLD : Font.PLAIN;
      text.addAttribute(
          TextAttribute.FONT, font.deriveFont(weight, (float) style.size()), start, end);
    }
  }

  /** The first font for a character; a mark or a space stays with what is before it. */
  private Font fontFor(int character, Font before) throws MissingGlyphsException {
    boolean dependent =
        Character.isWhitespace(character)
            || Character.getType(character) == Character.NON_SPACING_MARK;
    if (isInvisible(character) || (dependent && before.canDisplay(character))) {
      return before;
    }
    for (Font font : first) {
      if (font.canDisplay(character)) {
        return font;
      }
    }
    return installed(character);
  }

  /** Joiners, direction marks and variation selectors, which have no glyph of their own. */
  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || (character >= 0xFE00 && character <= 0xFE0F);
  }

  private synchronized Font installed(int character) throws MissingGlyphsException {
    Font known = installed.get(character);
    if (known != null) {
      return known;
    }
    if (others == null) {
      others =
          Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
              .sorted(Comparator.comparing(Font::getFontName))
              .toList();
    }
    for (Font font : others) {
      if (font.canDisplay(character)) {
        installed.put(character, font);
        return font;
      }
    }
    throw new MissingGlyphsException(character);
  }
}
