package org.pullquote.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pullquote.picture.Diagram.Link;
import org.pullquote.picture.Rendering.Reason;
import org.pullquote.picture.Rendering.Undrawable;

class DiagramRendererTest {

  private static final double LEAST_CONTRAST = 4.5;
  private static final Diagram TWO = PageTest.pair("Anna Holt", "Peter Lund", "Oslo");

  /** Renders in a program of its own, which must not touch what the tests need of Java2D. */
  static final class Once {
    private Once() {}

    public static void main(String[] args) {
      Diagram diagram = new Diagram("Who met whom", List.of("Anna Holt"), List.of(), "The Bugle");
      System.out.println(DiagramRenderer.render(diagram));
    }
  }

  private static Picture draw(Diagram diagram, Theme theme) {
    Rendering rendering = DiagramRenderer.render(diagram);
    assumeTrue(
        !(rendering instanceof Undrawable none && none.reason() == Reason.NO_FONTS),
        "this machine has no fonts");
    return assertInstanceOf(Sketch.class, rendering).in(theme);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void isAPngInTheColoursOfTheTheme(Theme theme) throws IOException {
    Picture picture = draw(TWO, theme);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertEquals(picture.width(), image.getWidth());
    assertEquals(picture.height(), image.getHeight());
    assertEquals(theme.ground(), image.getRGB(0, 0) & 0xFFFFFF);
  }

  @Test
  void theSameDiagramIsTheSamePicture() {
    assertArrayEquals(draw(TWO, Theme.DARK).png(), draw(TWO, Theme.DARK).png());
  }

  @Test
  void noBoxIsDrawnForACharacterWithoutAGlyph() {
    draw(TWO, Theme.LIGHT);
    Rendering rendering =
        DiagramRenderer.render(PageTest.pair("Anna \uDBFF\uDFFD", "Peter Lund", "Oslo"));
    Undrawable undrawable = assertInstanceOf(Undrawable.class, rendering);
    assertEquals(Reason.MISSING_GLYPHS, undrawable.reason());
    assertTrue(undrawable.detail().startsWith("U+10FFFD"), undrawable::detail);
  }

  @Test
  void aJavaThatCannotDrawIsAReasonAndNoException() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.logging",
                "-cp",
                System.getProperty("java.class.path"),
                Once.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("reason=NO_FONTS"), said);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textHasContrast(Theme theme) {
    assertTrue(contrast(theme.text(), theme.ground()) >= LEAST_CONTRAST);
    assertTrue(contrast(theme.text(), theme.card()) >= LEAST_CONTRAST);
    assertTrue(contrast(theme.label(), theme.ground()) >= LEAST_CONTRAST);
  }

  /** The contrast ratio of WCAG 2. */
  private static double contrast(int one, int other) {
    double a = luminance(one) + .05;
    double b = luminance(other) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return .2126 * channel(rgb >> 16) + .7152 * channel(rgb >> 8) + .0722 * channel(rgb);
  }

  private static double channel(int value) {
    double share = (value & 0xFF) / 255.0;
    return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
  }

  @Test
  void aDiagramJoinsTwoOfItsNodesByTextsThatAreNotBlank() {
    assertThrows(IllegalArgumentException.class, () -> linked(0, 2));
    assertThrows(IllegalArgumentException.class, () -> linked(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> linked(1, 1));
    assertThrows(IllegalArgumentException.class, () -> PageTest.pair("Anna Holt", " "));
    assertThrows(IllegalArgumentException.class, () -> PageTest.pair("Anna Holt", "B", ""));
    assertThrows(IllegalArgumentException.class, () -> new Diagram("T", List.of(), List.of(), "F"));
  }

  private static Diagram linked(int from, int to) {
    return new Diagram("T", List.of("A", "B"), List.of(new Link(from, to, List.of("Oslo"))), "F");
  }
}
