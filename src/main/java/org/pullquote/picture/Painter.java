package org.pullquote.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pullquote.picture.PageLayout.Box;
import org.pullquote.picture.TextBlock.Line;

/** Draws a page. */
final class Painter {

  private static final double CORNER = 26;
  private static final double BEND = 20;
  private static final float LINE_WIDTH = 4;
  private static final float BORDER_WIDTH = 2;
  private static final double ACCENT_WIDTH = 72;
  private static final double ACCENT_HEIGHT = 6;

  private final Graphics2D graphics;
  private final Theme theme;

  private Painter(Graphics2D graphics, Theme theme) {
    this.graphics = graphics;
    this.theme = theme;
  }

  /** Draws a page in the colours of a theme. Gives a PNG. */
  static byte[] png(PageLayout page, Theme theme) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image(page, theme), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(PageLayout page, Theme theme) {
    BufferedImage image =
        new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      new Painter(graphics, theme).paint(page);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void paint(PageLayout page) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    color(theme.ground());
    graphics.fillRect(0, 0, page.width(), page.height());
    paragraph(page.title(), theme.text());
    accent(page.title());
    page.wires().forEach(wire -> line(wire.route()));
    page.wires().forEach(wire -> label(wire.label()));
    page.cards().forEach(this::card);
    paragraph(page.footer(), theme.label());
  }

  private void color(int rgb) {
    graphics.setColor(new Color(rgb));
  }

  /** A stroke under the beginning of the title. */
  private void accent(Box title) {
    Rectangle2D bounds = title.bounds();
    boolean leftToRight = title.words().lines().getFirst().layout().isLeftToRight();
    color(theme.accent());
    graphics.fill(
        new RoundRectangle2D.Double(
            leftToRight ? bounds.getX() : bounds.getMaxX() - ACCENT_WIDTH,
            bounds.getMaxY() + ACCENT_HEIGHT,
            ACCENT_WIDTH,
            ACCENT_HEIGHT,
            ACCENT_HEIGHT,
            ACCENT_HEIGHT));
  }

  private void card(Box box) {
    Rectangle2D bounds = box.bounds();
    RoundRectangle2D card =
        new RoundRectangle2D.Double(
            bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight(), CORNER, CORNER);
    color(theme.card());
    graphics.fill(card);
    color(theme.border());
    graphics.setStroke(new BasicStroke(BORDER_WIDTH));
    graphics.draw(card);
    centred(box, theme.text());
  }

  /** Words on the ground of the page, which interrupts the line behind them. */
  private void label(Box box) {
    color(theme.ground());
    graphics.fill(box.bounds());
    centred(box, theme.label());
  }

  private void centred(Box box, int rgb) {
    Rectangle2D bounds = box.bounds();
    double top = bounds.getCenterY() - box.words().height() / 2;
    color(rgb);
    for (Line line : box.words().lines()) {
      draw(line, bounds.getCenterX() - line.width() / 2, top);
    }
  }

  /** Lines that begin where their script does: at the left, or at the right. */
  private void paragraph(Box box, int rgb) {
    Rectangle2D bounds = box.bounds();
    color(rgb);
    for (Line line : box.words().lines()) {
      boolean leftToRight = line.layout().isLeftToRight();
      draw(line, leftToRight ? bounds.getX() : bounds.getMaxX() - line.width(), bounds.getY());
    }
  }

  private void draw(Line line, double x, double top) {
    line.layout().draw(graphics, (float) (x - line.overhang()), (float) (top + line.baseline()));
  }

  private void line(List<Point2D> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().getX(), points.getFirst().getY());
    for (int i = 1; i + 1 < points.size(); i++) {
      bend(path, points.get(i - 1), points.get(i), points.get(i + 1));
    }
    path.lineTo(points.getLast().getX(), points.getLast().getY());
    color(theme.line());
    graphics.setStroke(new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  /** Goes round a corner instead of into it. */
  private static void bend(Path2D path, Point2D before, Point2D corner, Point2D after) {
    Point2D start = towards(corner, before);
    Point2D end = towards(corner, after);
    path.lineTo(start.getX(), start.getY());
    path.quadTo(corner.getX(), corner.getY(), end.getX(), end.getY());
  }

  private static Point2D towards(Point2D from, Point2D to) {
    double distance = from.distance(to);
    double share = distance == 0 ? 0 : Math.min(BEND, distance / 2) / distance;
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * share,
        from.getY() + (to.getY() - from.getY()) * share);
  }
}
