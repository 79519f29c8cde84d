package org.pullquote.picture;

import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text below each other, in pixels.
 *
 * @param lines from top to bottom
 * @param width of the widest line
 * @param height of all, with the space between them
 */
record TextBlock(List<Line> lines, double width, double height) {

  /**
   * One line.
   *
   * @param text its characters
   * @param layout its glyphs, in the order in which they are seen
   * @param baseline how far below the top of the block it stands
   */
  record Line(String text, TextLayout layout, double baseline) {

    /** Without spaces at its end. */
    double width() {
      return layout.getVisibleAdvance();
    }

    /** How far left of its words it begins: by the spaces at its end if it is read to the left. */
    double overhang() {
      return layout.isLeftToRight() ? 0 : layout.getAdvance() - layout.getVisibleAdvance();
    }
  }

  static final TextBlock EMPTY = new TextBlock(List.of(), 0, 0);

  /** This one with another below it. */
  TextBlock above(TextBlock other, double space) {
    if (lines.isEmpty()) {
      return other;
    }
    double top = height + space;
    List<Line> all = new ArrayList<>(lines);
    for (Line line : other.lines) {
      all.add(new Line(line.text(), line.layout(), line.baseline() + top));
    }
    return new TextBlock(List.copyOf(all), Math.max(width, other.width), top + other.height);
  }
}
