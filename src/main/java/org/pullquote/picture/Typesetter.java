package org.pullquote.picture;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.pullquote.picture.TextBlock.Line;

/** Makes lines of texts, in whatever direction they are read. */
final class Typesetter {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** The height of a line, in sizes of its font, whatever fonts its characters need. */
  private static final double LINE_HEIGHT = 1.28;

  /** Where in a line's height its baseline is. */
  private static final double BASELINE = 0.98;

  /** What a line is broken at rather than between other words. */
  private static final String SEPARATOR = " · ";

  private static final double BETWEEN_PARAGRAPHS = 14;
  private static final double WIDENING = 1.1;
  private static final double MOST_WIDENED = 2;

  private final Fonts fonts;

  Typesetter(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Breaks a text into lines between words. Where a word does not fit, all lines may be up to
   * {@link #MOST_WIDENED} times as wide; only a word that is wider still is broken.
   *
   * @param width the most that a line should have, in pixels
   * @throws MissingGlyphsException if a character cannot be displayed
   */
  TextBlock set(String text, Style style, double width) throws MissingGlyphsException {
    AttributedString dressed = fonts.dress(text, style);
    for (double most = width; most < width * MOST_WIDENED; most *= WIDENING) {
      List<TextLayout> layouts = lines(dressed, text, most, true);
      if (!layouts.isEmpty()) {
        return block(text, layouts, style);
      }
    }
    return block(text, lines(dressed, text, width * MOST_WIDENED, false), style);
  }

  /** The lines, or none where a word would have to be broken and must not. */
  private static List<TextLayout> lines(
      AttributedString dressed, String text, double width, boolean wholeWords) {
    LineBreakMeasurer measurer = new LineBreakMeasurer(dressed.getIterator(), CONTEXT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < text.length()) {
      int limit = limit(text, measurer.getPosition(), measurer.nextOffset((float) width));
      TextLayout line = measurer.nextLayout((float) width, limit, wholeWords);
      if (line == null) {
        return List.of();
      }
      lines.add(line);
    }
    return lines;
  }

  /** Where a line has to end: behind the last separator that fits, if not all of the rest fits. */
  private static int limit(String text, int start, int fitting) {
    int separator = text.lastIndexOf(SEPARATOR, fitting - SEPARATOR.length());
    boolean all = fitting >= text.length();
    return all || separator <= start ? text.length() : separator + SEPARATOR.length();
  }

  private static TextBlock block(String text, List<TextLayout> layouts, Style style) {
    double height = style.size() * LINE_HEIGHT;
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (TextLayout layout : layouts) {
      int end = start + layout.getCharacterCount();
      double baseline = lines.size() * height + style.size() * BASELINE;
      lines.add(new Line(text.substring(start, end), layout, baseline));
      start = end;
    }
    double widest = lines.stream().mapToDouble(Line::width).max().orElse(0);
    return new TextBlock(List.copyOf(lines), widest, lines.size() * height);
  }

  /**
   * Breaks several texts into lines, each below the one before.
   *
   * @throws MissingGlyphsException if a character cannot be displayed
   */
  TextBlock set(List<String> texts, Style style, double width) throws MissingGlyphsException {
    TextBlock block = TextBlock.EMPTY;
    for (String text : texts) {
      block = block.above(set(text, style, width), BETWEEN_PARAGRAPHS);
    }
    return block;
  }
}
