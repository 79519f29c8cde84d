package org.pullquote.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Words that stand on one line of a page, from left to right.
 *
 * @param page counted from 1
 * @param words never empty
 * @param size of most of its letters
 */
record PdfLine(int page, List<PdfWord> words, float size) {

  /** How far two words of a line may stand above one another, as a share of their size. */
  private static final float UNEVEN = 0.35f;

  /** In sizes of the letters. */
  private static final float FAR = 3f;

  PdfLine {
    words = List.copyOf(words);
  }

  /** Puts words together that stand on one line; the lines come from the top. */
  static List<PdfLine> of(int page, List<PdfWord> words) {
    List<PdfWord> ordered = new ArrayList<>(words);
    ordered.sort(Comparator.comparingDouble(PdfWord::baseline));
    List<PdfLine> lines = new ArrayList<>();
    List<PdfWord> line = new ArrayList<>();
    for (PdfWord word : ordered) {
      if (!line.isEmpty() && word.baseline() - line.getFirst().baseline() > UNEVEN * word.size()) {
        lines.add(inOrder(page, line));
        line.clear();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(inOrder(page, line));
    }
    return lines;
  }

  private static PdfLine inOrder(int page, List<PdfWord> words) {
    Map<Float, Integer> letters = new TreeMap<>();
    words.forEach(word -> letters.merge(word.size(), word.text().length(), Integer::sum));
    float size = Collections.max(letters.entrySet(), Map.Entry.comparingByValue()).getKey();
    return new PdfLine(
        page, words.stream().sorted(Comparator.comparingDouble(PdfWord::left)).toList(), size);
  }

  float left() {
    return words.getFirst().left();
  }

  float right() {
    return words.getLast().right();
  }

  float baseline() {
    return words.getFirst().baseline();
  }

  /** Whether its words stand so far apart that they are no sentence. */
  boolean isTabular() {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).left() - words.get(i - 1).right() > FAR * words.get(i).size()) {
        return true;
      }
    }
    return false;
  }

  String text() {
    return words.stream().map(PdfWord::text).collect(Collectors.joining(" "));
  }
}
