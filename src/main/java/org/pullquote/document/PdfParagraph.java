package org.pullquote.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pullquote.text.Block;

/**
 * Lines that belong together.
 *
 * @param lines from the first; they may go on in another column or on another page
 * @param right where lines of its size end in its column, in points
 */
record PdfParagraph(List<PdfLine> lines, float right) {

  /** Letters of so little difference in size, in points, are of one size. */
  private static final float SAME_SIZE = 0.6f;

  /** A line stands further from the one above than so many sizes: a paragraph begins. */
  private static final float WIDEST_LEADING = 1.25f;

  /** In sizes of the letters. */
  private static final float INDENT = 0.7f;

  /** A line that ends no sentence ends a paragraph only if so much of its column is left. */
  private static final float MUCH_ROOM = 0.4f;

  private static final float FAR_INDENT = 6f;

  private static final Pattern MARKER = Pattern.compile("[•●▪◦‣∙·]|\\(?\\d{1,2}[.)]");

  PdfParagraph {
    lines = List.copyOf(lines);
  }

  int page() {
    return lines.getFirst().page();
  }

  float size() {
    return lines.getFirst().size();
  }

  String text(Hyphens hyphens) {
    String text = "";
    for (PdfLine line : lines) {
      text = hyphens.join(text, line.text());
    }
    return text;
  }

  boolean isSameSize(PdfParagraph other) {
    return Math.abs(size() - other.size()) < SAME_SIZE;
  }

  /** Whether its last line goes to the end of its column. */
  boolean isFull() {
    return right - lines.getLast().right() < 2 * size();
  }

  /** This and what it goes on with. */
  PdfParagraph and(PdfParagraph next) {
    return new PdfParagraph(
        Stream.concat(lines.stream(), next.lines.stream()).toList(), next.right);
  }

  /** The paragraphs of a column, which begin at an indent, behind a gap or a short line. */
  static List<PdfParagraph> of(List<PdfLine> column) {
    float leading = leading(column);
    Map<Float, Float> rights = new HashMap<>();
    column.forEach(line -> rights.merge(line.size(), line.right(), Math::max));
    List<PdfParagraph> paragraphs = new ArrayList<>();
    List<PdfLine> begun = new ArrayList<>();
    for (PdfLine line : column) {
      float right = rights.getOrDefault(line.size(), line.right());
      if (!begun.isEmpty() && isNew(begun, line, right, leading)) {
        paragraphs.add(whole(begun, rights));
        begun.clear();
      }
      begun.add(line);
    }
    if (!begun.isEmpty()) {
      paragraphs.add(whole(begun, rights));
    }
    return paragraphs;
  }

  private static PdfParagraph whole(List<PdfLine> lines, Map<Float, Float> rights) {
    PdfLine first = lines.getFirst();
    return new PdfParagraph(lines, rights.getOrDefault(first.size(), first.right()));
  }

  /** The distance of most lines from the one above, in sizes of their letters. */
  private static float leading(List<PdfLine> column) {
    List<Float> leadings = new ArrayList<>();
    for (int i = 1; i < column.size(); i++) {
      PdfLine before = column.get(i - 1);
      PdfLine line = column.get(i);
      if (Math.abs(line.size() - before.size()) < SAME_SIZE) {
        leadings.add((line.baseline() - before.baseline()) / line.size());
      }
    }
    leadings.sort(null);
    return leadings.isEmpty() ? WIDEST_LEADING : leadings.get((leadings.size() - 1) / 2);
  }

  private static boolean isNew(List<PdfLine> begun, PdfLine line, float right, float leading) {
    PdfLine before = begun.getLast();
    float size = line.size();
    float distance = (line.baseline() - before.baseline()) / size;
    float widest = Math.min(leading, 2 * WIDEST_LEADING) * WIDEST_LEADING;
    return Math.abs(size - before.size()) >= SAME_SIZE
        || distance > widest
        || isItem(line)
        || line.isTabular()
        || before.isTabular()
        || isIndented(begun, line)
        || hasRoom(before, line, right);
  }

  private static boolean isIndented(List<PdfLine> begun, PdfLine line) {
    float by = line.left() - begun.getLast().left();
    boolean first = begun.size() == 1;
    boolean outdented = by < -INDENT * line.size() && !first;
    boolean hanging = first && isItem(begun.getFirst());
    return outdented || (!hanging && by > INDENT * line.size() && by < FAR_INDENT * line.size());
  }

  /** Whether an item of a list begins here. */
  private static boolean isItem(PdfLine line) {
    return line.words().size() > 1 && MARKER.matcher(line.words().getFirst().text()).matches();
  }

  /** Whether a line ended although the first word of the next one would have fitted. */
  private static boolean hasRoom(PdfLine before, PdfLine line, float right) {
    PdfWord next = line.words().getFirst();
    float needed = next.right() - next.left() + line.size();
    float room = right - before.right();
    boolean ends = new Block(1, before.text()).endsSentence();
    return room > needed + line.size() && (ends || room > MUCH_ROOM * (right - before.left()));
  }
}
