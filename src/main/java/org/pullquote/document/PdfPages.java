package org.pullquote.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.pullquote.text.BlockReader;

/**
 * Takes the words off the pages of a PDF, with where they stand. A page that draws itself without
 * end is given up, and so is everything when its thread is interrupted.
 */
final class PdfPages extends PDFTextStripper {

  /**
   * Sizes are told to a tenth of a point: programs scale by matrices, which do not come out even.
   */
  private static final float TENTH = 10f;

  /** A page that is drawn letter by letter has some thousands. */
  private static final int MOST_OPERATORS = 1_000_000;

  /**
   * The words of one page.
   *
   * @param number counted from 1
   * @param height in points
   * @param words those that are written from left to right, in the order of the file
   * @param rotated the others, as text
   */
  record Page(int number, float height, List<PdfWord> words, String rotated) {}

  private final List<Page> pages = new ArrayList<>();
  private List<PdfWord> words = new ArrayList<>();
  private StringBuilder rotated = new StringBuilder();
  private int length;
  private int operators;

  private PdfPages() {
    setSortByPosition(false);
    setSuppressDuplicateOverlappingText(true);
  }

  /**
   * The pages of a document.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it has more in it than any article, or the thread was
   *     interrupted
   */
  static List<Page> of(PDDocument document) throws IOException {
    PdfPages pages = new PdfPages();
    pages.writeText(document, new StringWriter());
    return pages.pages;
  }

  @Override
  protected void startPage(PDPage page) {
    words = new ArrayList<>();
    rotated = new StringBuilder();
  }

  @Override
  protected void endPage(PDPage page) {
    boolean turned = page.getRotation() % 180 != 0;
    float height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
    pages.add(new Page(getCurrentPageNo(), height, words, rotated.toString().strip()));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    // Unchecked: the library goes on after other faults of a drawing within a drawing.
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalArgumentException("was interrupted");
    }
    if (++operators > MOST_OPERATORS) {
      throw new IllegalArgumentException("draws more than any article; save its text in a file");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void writeString(String text, List<TextPosition> letters) {
    length += text.length();
    if (length > BlockReader.MOST_TEXT) {
      throw new IllegalArgumentException("the document has more text than any article has");
    }
    if (letters.isEmpty() || text.isBlank()) {
      return;
    }
    TextPosition first = letters.getFirst();
    if (first.getDir() != 0) {
      rotated.append(text).append(' ');
      return;
    }
    TextPosition last = letters.getLast();
    words.add(
        new PdfWord(
            text,
            Math.min(first.getXDirAdj(), last.getXDirAdj()),
            Math.max(
                first.getXDirAdj() + first.getWidthDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj()),
            first.getYDirAdj(),
            Math.round(size(letters) * TENTH) / TENTH));
  }

  /** The first letter may be a large initial. */
  private static float size(List<TextPosition> letters) {
    return Math.abs(letters.get(letters.size() / 2).getFontSizeInPt());
  }

  @Override
  protected void writeWordSeparator() {}

  @Override
  protected void writeLineSeparator() {}

  @Override
  protected void writeParagraphStart() {}

  @Override
  protected void writeParagraphEnd() {}

  @Override
  protected void writePageStart() {}

  @Override
  protected void writePageEnd() {}
}
