package org.pullquote.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph. A hyphen at the end of a line stays where the document writes the
 * word with it elsewhere, or where it joins two words that stand alone elsewhere; else it goes, and
 * it goes for sure where the document writes the word without it.
 */
final class Hyphens {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-‐’'][\\p{L}\\p{N}]+)*");

  private static final Pattern BROKEN =
      Pattern.compile("(?<first>[\\p{L}\\p{N}’'-]*\\p{L})[-‐\u00ad]$");

  /** A word that goes on in the next line as it is: "1999-", "and/". */
  private static final Pattern HANGING = Pattern.compile("[\\p{L}\\p{N}][-‐/]$");

  private static final Pattern REST = Pattern.compile("^(?<rest>\\p{Ll}[\\p{L}’'-]*)");

  /** What stands before a hyphen more often than it begins a word that is broken. */
  private static final Set<String> PREFIXES =
      Set.of(
          ("all anti cross ex half high long low mid much near no non off part post pre pro self"
                  + " semi short so sub two three four five six ten vice well world year")
              .split(" "));

  private final Set<String> words = new HashSet<>();

  /** Learns the words of a document: all but those that end or begin a line. */
  Hyphens(List<PdfLine> lines) {
    for (PdfLine line : lines) {
      List<String> found =
          WORD.matcher(line.text()).results().map(result -> result.group()).toList();
      int to = BROKEN.matcher(line.text()).find() ? found.size() - 1 : found.size();
      found.subList(0, Math.max(0, to)).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    }
  }

  /** The first text, continued by the second. */
  String join(String text, String next) {
    if (text.isEmpty()) {
      return next;
    }
    Matcher broken = BROKEN.matcher(text);
    Matcher rest = REST.matcher(next);
    boolean softened = text.endsWith("\u00ad");
    if (!broken.find() || (!softened && !rest.find())) {
      return HANGING.matcher(text).find() ? text + next : text + " " + next;
    }
    String first = broken.group("first");
    String start = text.substring(0, text.length() - 1);
    return softened || !isHyphenated(first, rest.group("rest")) ? start + next : start + "-" + next;
  }

  private boolean isHyphenated(String first, String rest) {
    String one = first.toLowerCase(Locale.ROOT);
    String other = rest.toLowerCase(Locale.ROOT);
    if (words.contains(one + other)) {
      return false;
    }
    return words.contains(one + "-" + other)
        || one.contains("-")
        || PREFIXES.contains(one)
        || (words.contains(one) && words.contains(other));
  }
}
