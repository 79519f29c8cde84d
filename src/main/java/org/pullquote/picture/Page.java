package org.pullquote.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.pullquote.picture.PageLayout.Box;
import org.pullquote.picture.PageLayout.Wire;

/** Lays out a diagram on a page as wide as a phone: title, graph, footer. */
final class Page {

  /** In pixels: as wide as most phones are. */
  static final int WIDTH = 1080;

  private static final double MARGIN = 40;
  private static final double ABOVE_GRAPH = 48;
  private static final double BELOW_GRAPH = 48;
  private static final double BETWEEN_PARTS = 56;

  private final Diagram diagram;
  private final Typesetter typesetter;
  private final List<Box> cards = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  private Page(Diagram diagram, Typesetter typesetter) {
    this.diagram = diagram;
    this.typesetter = typesetter;
  }

  /**
   * Lays out a diagram.
   *
   * @throws MissingGlyphsException if no font has a character of it
   */
  static PageLayout of(Diagram diagram, Typesetter typesetter) throws MissingGlyphsException {
    return new Page(diagram, typesetter).layout();
  }

  private PageLayout layout() throws MissingGlyphsException {
    double inner = WIDTH - 2 * MARGIN;
    List<Part> parts = new ArrayList<>();
    for (Component component : Component.of(diagram)) {
      parts.addAll(Part.of(component, diagram, typesetter, inner));
    }
    double width = parts.stream().mapToDouble(Part::width).reduce(inner, Math::max);
    Box title = text(diagram.title(), Style.TITLE, MARGIN, width);
    double bottom = placeRows(parts, title.bounds().getMaxY() + ABOVE_GRAPH, width);
    Box footer = text(diagram.footer(), Style.FOOTER, bottom + BELOW_GRAPH, width);
    return new PageLayout(
        (int) Math.ceil(width + 2 * MARGIN),
        (int) Math.ceil(footer.bounds().getMaxY() + MARGIN),
        title,
        List.copyOf(cards),
        List.copyOf(wires),
        footer);
  }

  private Box text(String text, Style style, double top, double width)
      throws MissingGlyphsException {
    TextBlock block = typesetter.set(text, style, width);
    return new Box(new Rectangle2D.Double(MARGIN, top, width, block.height()), block);
  }

  /** Puts parts beside each other as far as they fit. Returns where the last row ends. */
  private double placeRows(List<Part> parts, double top, double width) {
    double y = top;
    List<Part> row = new ArrayList<>();
    double used = 0;
    for (Part part : parts) {
      if (!row.isEmpty() && used + BETWEEN_PARTS + part.width() > width) {
        y = placeRow(row, y, (width - used) / 2) + BETWEEN_PARTS;
        row.clear();
      }
      used = row.isEmpty() ? part.width() : used + BETWEEN_PARTS + part.width();
      row.add(part);
    }
    return placeRow(row, y, (width - used) / 2);
  }

  private double placeRow(List<Part> row, double top, double indent) {
    double x = MARGIN + indent;
    double bottom = top;
    for (Part part : row) {
      place(part, x, top);
      x += part.width() + BETWEEN_PARTS;
      bottom = Math.max(bottom, top + part.height());
    }
    return bottom;
  }

  private void place(Part part, double x, double y) {
    Placement placement = part.placement();
    for (int i = 0; i < part.nodes().size(); i++) {
      cards.add(new Box(moved(placement.nodes().get(i), x, y), part.nodes().get(i)));
    }
    for (int i = 0; i < part.labels().size(); i++) {
      List<Point2D> route =
          placement.routes().get(i).stream()
              .<Point2D>map(point -> new Point2D.Double(point.getX() + x, point.getY() + y))
              .toList();
      Box label = new Box(moved(placement.labels().get(i), x, y), part.labels().get(i));
      wires.add(new Wire(route, label));
    }
  }

  private static Rectangle2D moved(Rectangle2D box, double x, double y) {
    return new Rectangle2D.Double(box.getX() + x, box.getY() + y, box.getWidth(), box.getHeight());
  }
}
