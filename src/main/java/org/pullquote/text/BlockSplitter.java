package org.pullquote.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits pasted text into blocks: at blank lines, and at line ends, but for those that a program
 * put in where a line was full. A mail, a PDF or a terminal gives such lines: none is longer than a
 * certain width, the next word would not have fitted, and many go on with a small letter.
 */
final class BlockSplitter {

  /** A text with longer lines was not wrapped by a program. */
  private static final int WIDEST_WRAP = 100;

  private static final int NARROWEST_WRAP = 40;

  /** Programs that balance their lines leave some room. */
  private static final double FULL = 0.85;

  private BlockSplitter() {}

  static List<Block> split(String text) {
    List<String> lines = text.lines().map(BlockSplitter::strip).toList();
    int width = wrapWidth(lines);
    List<Block> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > 0 && width > 0 && isFull(lines.get(i - 1), line, width)) {
        block.append(' ').append(line);
      } else if (!line.isEmpty()) {
        flush(blocks, start, block);
        start = i + 1;
        block.append(line);
      }
    }
    flush(blocks, start, block);
    return blocks;
  }

  private static void flush(List<Block> blocks, int line, StringBuilder block) {
    if (!block.isEmpty()) {
      blocks.add(new Block(line, block.toString()));
      block.setLength(0);
    }
  }

  /** The width that lines were wrapped to, in code units; 0 where they were not. */
  private static int wrapWidth(List<String> lines) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    int pairs = 0;
    int continued = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i - 1).isEmpty() && !lines.get(i).isEmpty()) {
        pairs++;
        continued += Character.isLowerCase(lines.get(i).codePointAt(0)) ? 1 : 0;
      }
    }
    boolean wrapped =
        longest >= NARROWEST_WRAP && longest <= WIDEST_WRAP && pairs > 0 && 3 * continued >= pairs;
    return wrapped ? longest : 0;
  }

  /** Whether a line ended because the first word of the next did not fit. */
  private static boolean isFull(String line, String next, int width) {
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    return !line.isEmpty() && !next.isEmpty() && line.length() + 1 + word > FULL * width;
  }

  private static String strip(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isBlank(line.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
  }
}
