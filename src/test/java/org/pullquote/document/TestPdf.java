package org.pullquote.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Makes PDFs. Places are points from the left and the top of an A4 page. */
public final class TestPdf {

  public static final int LEFT = 60;
  public static final int WIDTH = 470;

  private static final float LEADING = 1.2f;

  /** Comes with the library, and has ligatures and soft hyphens. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private PDPageContentStream page;

  public TestPdf() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    newPage();
  }

  private interface Step {
    void run() throws IOException;
  }

  private TestPdf doing(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public TestPdf newPage() {
    return doing(() -> {
      if (page != null) {
        page.close();
      }
      PDPage added = new PDPage(PDRectangle.A4);
      document.addPage(added);
      page = new PDPageContentStream(document, added);
    });
  }

  public TestPdf titled(String title) {
    document.getDocumentInformation().setTitle(title);
    return this;
  }

  /** Writes one line. */
  public TestPdf line(float x, float y, float size, String text) {
    return line(Matrix.getTranslateInstance(x, PDRectangle.A4.getHeight() - y), size, text);
  }

  public TestPdf upwards(float x, float y, float size, String text) {
    return line(
        Matrix.getRotateInstance(Math.PI / 2, x, PDRectangle.A4.getHeight() - y), size, text);
  }

  private TestPdf line(Matrix at, float size, String text) {
    return doing(() -> {
      page.beginText();
      page.setFont(font, size);
      page.setTextMatrix(at);
      page.showText(text);
      page.endText();
    });
  }

  /** Writes lines that are filled to a width; "|" in a word is where it may be broken. */
  public TestPdf paragraph(float x, float y, float width, float size, String text) {
    StringBuilder line = new StringBuilder();
    float at = y;
    for (String word : text.split(" ")) {
      String bare = word.replace("|", "");
      String start = line.isEmpty() ? "" : line + " ";
      int cut = word.indexOf('|');
      if (fits(start + bare, width, size)) {
        line.setLength(0);
        line.append(start).append(bare);
      } else {
        boolean breaks = cut > 0 && fits(start + word.substring(0, cut) + "-", width, size);
        line(x, at, size, breaks ? start + word.substring(0, cut) + "-" : line.toString());
        at += LEADING * size;
        line.setLength(0);
        line.append(breaks ? word.substring(cut + 1) : bare);
      }
    }
    return line(x, at, size, line.toString());
  }

  /** Sets paragraphs in two columns of a page, and goes on where each is full. */
  public TestPdf columns(float size, List<String> paragraphs) {
    int column = 0;
    float y = 180;
    for (String paragraph : paragraphs) {
      boolean indent = true;
      for (String rest = paragraph; !rest.isEmpty(); ) {
        if (y > 720) {
          column++;
          y = 100;
          if (column % 2 == 0) {
            newPage();
          }
          y = column == 1 ? 180 : y;
        }
        float by = indent ? size : 0;
        int end = end(rest, WIDTH / 2 - 10 - by, size);
        line(LEFT + by + column % 2 * (WIDTH / 2 + 10), y, size, rest.substring(0, end));
        rest = rest.substring(end).strip();
        y += LEADING * size;
        indent = false;
      }
    }
    return this;
  }

  /** How much of a text fits, up to the end of a word. */
  private int end(String text, float width, float size) {
    int end = text.length();
    while (!fits(text.substring(0, end), width, size)) {
      end = text.lastIndexOf(' ', end - 1);
    }
    return end;
  }

  private boolean fits(String text, float width, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size <= width;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] protectedBy(String password) {
    return doing(() ->
            document.protect(
                new StandardProtectionPolicy("owner", password, new AccessPermission())))
        .bytes();
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    doing(() -> {
      page.close();
      document.save(out);
      document.close();
    });
    return out.toByteArray();
  }
}
