package org.pullquote.picture;

/**
 * A diagram laid out, which takes the most time, to be painted in any colours. Safe for use by
 * several threads.
 */
public final class Sketch implements Rendering {

  private final PageLayout page;

  Sketch(PageLayout page) {
    this.page = page;
  }

  /** The picture in these colours. */
  public Picture in(Theme theme) {
    return new Picture(Painter.png(page, theme), page.width(), page.height());
  }
}
