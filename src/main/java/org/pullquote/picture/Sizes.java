package org.pullquote.picture;

import java.util.List;

/**
 * What is to be placed.
 *
 * @param nodes how large the box of each node is
 * @param labels how large the label of each link is
 * @param links which nodes each link joins
 */
record Sizes(List<Size> nodes, List<Size> labels, List<Diagram.Link> links) {

  /** Width and height in pixels. */
  record Size(double width, double height) {}
}
