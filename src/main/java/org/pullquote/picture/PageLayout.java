package org.pullquote.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A page with all that stands on it, in pixels from its upper left corner.
 *
 * @param width of the page
 * @param height of the page
 * @param title the lines above, in their box
 * @param cards the nodes; one that would make the page too wide may stand twice
 * @param wires the links
 * @param footer the lines below, in their box
 */
record PageLayout(int width, int height, Box title, List<Box> cards, List<Wire> wires, Box footer) {

  /** Words and where they stand. */
  record Box(Rectangle2D bounds, TextBlock words) {}

  /**
   * A link.
   *
   * @param route its line, as the points that straight parts join, from one card to another
   * @param label the words on it; without extent where there are none
   */
  record Wire(List<Point2D> route, Box label) {}
}
