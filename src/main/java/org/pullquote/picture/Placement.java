package org.pullquote.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where the parts of a graph go, in pixels from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param nodes the box of each node
 * @param labels the box of each link's label; without extent where it has none
 * @param routes the line of each link, as the points that straight parts join
 */
record Placement(
    double width,
    double height,
    List<Rectangle2D> nodes,
    List<Rectangle2D> labels,
    List<List<Point2D>> routes) {}
