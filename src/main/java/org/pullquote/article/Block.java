package org.pullquote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A piece of pasted text that stands by itself: between blank lines, or on a line of its own.
 *
 * @param line where it begins, counted from 1
 * @param text without white space around it
 */
record Block(int line, String text) {

  /** Lines longer than this were not wrapped by a program. */
  private static final int WRAP_COLUMN = 100;

  private static final int SHORTEST_WRAPPED_LINE = 40;

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:;][\\s\"'”’)\\]»]*");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f]+");

  /** Splits a text at blank lines, and at line ends where lines are not wrapped text. */
  static List<Block> split(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String raw : (text + "\n\n").lines().toList()) {
      number++;
      String line = strip(raw);
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        addParagraph(blocks, lines, number - lines.size());
        lines.clear();
      }
    }
    return blocks;
  }

  private static void addParagraph(List<Block> blocks, List<String> lines, int firstLine) {
    if (isWrapped(lines)) {
      blocks.add(new Block(firstLine, String.join(" ", lines)));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      blocks.add(new Block(firstLine + i, lines.get(i)));
    }
  }

  /** Wrapped lines are of a length, and most go on with a small letter. */
  private static boolean isWrapped(List<String> lines) {
    List<String> full = lines.subList(0, lines.size() - 1);
    long continued =
        lines.stream().skip(1).filter(line -> Character.isLowerCase(line.codePointAt(0))).count();
    return !full.isEmpty()
        && lines.stream().allMatch(line -> line.length() <= WRAP_COLUMN)
        && full.stream().allMatch(line -> line.length() >= SHORTEST_WRAPPED_LINE)
        && continued * 2 >= full.size();
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

  /** Whether it ends as a sentence does, be it within quotation marks or brackets. */
  boolean endsSentence() {
    return SENTENCE_END.matcher(text).matches();
  }

  int words() {
    return SPACES.split(text).length;
  }

  /** The text in a form in which two spellings of the same line are equal. */
  String key() {
    return key(text);
  }

  /** Folds case, quotation marks, dashes and white space. */
  static String key(String text) {
    return SPACES
        .matcher(
            text.replaceAll("[‘’ʼ‛`´]", "'")
                .replaceAll("[“”„‟«»]", "\"")
                .replaceAll("[‐‑‒–—―]", "-"))
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
