package org.pullquote.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.text.Block;

/**
 * Tells what stands at the top or bottom of pages and belongs to no article: what stands there on
 * several pages, whatever its numbers, page numbers, and addresses that a browser prints.
 */
final class PdfMargins {

  /** The share of a page's height that is its upper or lower margin. */
  private static final float MARGIN = 0.12f;

  private static final int FEWEST_PAGES = 2;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)\\W*(?:page|p\\.|seite)?\\s*\\d{1,4}(?:\\s*(?:/|of|von)\\s*\\d{1,4})?\\W*"
              + "|https?://\\S+(?:\\s+\\d+/\\d+)?");

  private final Map<Integer, Float> heights = new HashMap<>();
  private final Map<String, Set<Integer>> pages = new HashMap<>();

  /** Counts in which pages' margins each line stands. */
  PdfMargins(List<PdfPages.Page> document) {
    for (PdfPages.Page page : document) {
      heights.put(page.number(), page.height());
      for (PdfLine line : PdfLine.of(page.number(), page.words())) {
        if (isOutside(line)) {
          pages.computeIfAbsent(key(line), key -> new HashSet<>()).add(page.number());
        }
      }
    }
  }

  /** The lines of a page that are in its margins and belong to no article. */
  List<PdfLine> of(PdfPages.Page page) {
    List<PdfLine> margins = new ArrayList<>();
    for (PdfLine line : PdfLine.of(page.number(), page.words())) {
      if (isOutside(line)
          && (PAGE_NUMBER.matcher(line.text()).matches()
              || pages.getOrDefault(key(line), Set.of()).size() >= FEWEST_PAGES)) {
        margins.add(line);
      }
    }
    return margins;
  }

  private boolean isOutside(PdfLine line) {
    float height = heights.getOrDefault(line.page(), 0f);
    return line.baseline() < MARGIN * height || line.baseline() > (1 - MARGIN) * height;
  }

  private static String key(PdfLine line) {
    return DIGITS.matcher(Block.key(line.text())).replaceAll("#");
  }
}
