package org.pullquote.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order in which the lines of a page are read: where a strip of white parts several lines
 * in a row, what stands left of it comes first, then what stands right; a line across ends the
 * columns.
 */
final class PdfColumns {

  /** A strip between columns is at least so wide, in points: spaces in a line seldom are. */
  private static final float NARROWEST_GUTTER = 8f;

  /** Two lines that a narrower strip parts may do so by chance. */
  private static final float WIDE_GUTTER = 12f;

  /** Each column has at least so many lines, or it is a table. */
  private static final int FEWEST_LINES = 2;

  /** So many columns within one another are looked for. */
  private static final int MOST_SPLITS = 4;

  /** A page of a broadsheet has some three hundred lines. */
  private static final int MOST_LINES = 300;

  private final int page;
  private final List<List<PdfLine>> columns = new ArrayList<>();

  private PdfColumns(int page) {
    this.page = page;
  }

  /** The columns of a page in reading order, each with its lines from the top. */
  static List<List<PdfLine>> of(int page, List<PdfWord> words) {
    PdfColumns finder = new PdfColumns(page);
    finder.read(words, MOST_SPLITS);
    return finder.columns;
  }

  private void read(List<PdfWord> words, int splits) {
    List<PdfLine> lines = PdfLine.of(page, words);
    List<PdfLine> across = new ArrayList<>();
    float left = (float) words.stream().mapToDouble(PdfWord::left).min().orElse(0);
    float right = (float) words.stream().mapToDouble(PdfWord::right).max().orElse(0);
    int i = 0;
    while (i < lines.size()) {
      @Nullable Run run = splits == 0 ? null : run(lines.subList(i, lines.size()), left, right);
      if (run == null) {
        across.add(lines.get(i++));
      } else {
        flush(across);
        float middle = run.middle();
        List<PdfWord> all =
            lines.subList(i, i + run.length()).stream().flatMap(l -> l.words().stream()).toList();
        read(all.stream().filter(word -> word.left() < middle).toList(), splits - 1);
        read(all.stream().filter(word -> word.left() >= middle).toList(), splits - 1);
        i += run.length();
      }
    }
    flush(across);
  }

  private void flush(List<PdfLine> lines) {
    if (!lines.isEmpty()) {
      columns.add(List.copyOf(lines));
      lines.clear();
    }
  }

  /** Some lines in a row that a strip of white parts in two columns. */
  private record Run(int length, float middle) {}

  /** White between two places of a line, in points from the left. */
  private record Gap(float from, float to) {
    boolean isWide() {
      return to - from >= NARROWEST_GUTTER;
    }

    Gap and(Gap other) {
      return new Gap(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  private static @Nullable Run run(List<PdfLine> lines, float left, float right) {
    List<Gap> common = gaps(lines.getFirst(), left, right);
    @Nullable Run best = null;
    for (int n = 1; n <= Math.min(lines.size(), MOST_LINES) && !common.isEmpty(); n++) {
      if (n > 1) {
        common = common(common, gaps(lines.get(n - 1), left, right));
      }
      for (Gap gap : common) {
        float middle = (gap.from + gap.to) / 2;
        int fewest = gap.to - gap.from >= WIDE_GUTTER ? FEWEST_LINES : FEWEST_LINES + 1;
        if (isParted(lines.subList(0, n), middle, fewest)) {
          best = new Run(n, middle);
        }
      }
    }
    return best;
  }

  private static List<Gap> gaps(PdfLine line, float left, float right) {
    List<Gap> gaps = new ArrayList<>();
    float from = left;
    for (PdfWord word : line.words()) {
      gaps.add(new Gap(from, word.left()));
      from = Math.max(from, word.right());
    }
    gaps.add(new Gap(from, right));
    return gaps.stream().filter(Gap::isWide).toList();
  }

  private static List<Gap> common(List<Gap> some, List<Gap> others) {
    List<Gap> common = new ArrayList<>();
    for (Gap one : some) {
      others.stream().map(one::and).filter(Gap::isWide).forEach(common::add);
    }
    return common;
  }

  private static boolean isParted(List<PdfLine> lines, float middle, int fewest) {
    long leftOf = lines.stream().filter(line -> line.left() < middle).count();
    long rightOf = lines.stream().filter(line -> line.right() > middle).count();
    return leftOf >= fewest && rightOf >= fewest;
  }
}
