package org.pullquote.picture;

import org.pullquote.picture.Rendering.Reason;
import org.pullquote.picture.Rendering.Undrawable;

/**
 * Draws diagrams as pictures that are legible on a phone: 1080 pixels wide, as high as it takes, no
 * text smaller than 30 pixels. Where a graph would be wider, it is drawn in parts, and a node that
 * belongs to several stands in each. (Only a single link of very long words makes a wider picture.)
 *
 * <p>The same diagram gives the same picture on the same machine. Nothing is opened but memory: no
 * window, no file. The first diagram takes a second or so, in which fonts and the layout library
 * are loaded. After that a handful of nodes takes some tens of milliseconds, and some two dozen on
 * one page take seconds: nearly all of that is the layout, which is the same in all colours. Safe
 * for use by several threads.
 */
public final class DiagramRenderer {

  private DiagramRenderer() {}

  /** The fonts, loaded with the first picture. */
  private static final class Loaded {
    static final Fonts FONTS = fonts();

    private static Fonts fonts() {
      if (System.getProperty("java.awt.headless") == null) {
        System.setProperty("java.awt.headless", "true");
      }
      return new Fonts();
    }
  }

  /** Lays out a diagram to be painted, or says what this machine lacks for it. */
  public static Rendering render(Diagram diagram) {
    Typesetter typesetter;
    try {
      typesetter = new Typesetter(Loaded.FONTS);
      typesetter.set("A", Style.FOOTER, Page.WIDTH);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw e;
    } catch (MissingGlyphsException | RuntimeException | Error e) {
      // Java2D throws many things where a machine has no fonts, InternalError among them, and a
      // Java without it NoClassDefFoundError.
      return new Undrawable(Reason.NO_FONTS, e.toString());
    }
    try {
      return new Sketch(Page.of(diagram, typesetter));
    } catch (MissingGlyphsException e) {
      return new Undrawable(Reason.MISSING_GLYPHS, String.valueOf(e.getMessage()));
    }
  }
}
