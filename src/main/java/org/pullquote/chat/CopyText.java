package org.pullquote.chat;

import java.text.BreakIterator;
import java.util.Locale;

/** A quote with its attribution, to be pasted elsewhere. */
final class CopyText {

  private static final String OPENING = "“";
  private static final String CLOSING = "”";
  private static final String SOURCE = "\n— ";

  private CopyText() {}

  /**
   * The text to paste. A quote too long for it is cut between words, and says so.
   *
   * @param attribution to stand with it where there is room
   * @param place to stand with it where there is not: a few words
   * @param limit the most UTF-16 code units
   */
  static String of(String quote, String attribution, String place, int limit) {
    int marks = OPENING.length() + CLOSING.length() + SOURCE.length();
    boolean fits = quote.length() + marks + attribution.length() <= limit;
    String source = SOURCE + (fits ? attribution : cut(place, limit / 2, "…"));
    int room = limit - OPENING.length() - CLOSING.length() - source.length();
    return OPENING + cut(quote, room, " " + ReplyText.OMISSION) + CLOSING + source;
  }

  /** A text cut between words to have room, with a sign where it was. */
  static String cut(String text, int room, String sign) {
    if (text.length() <= room) {
      return text;
    }
    int most = room - sign.length();
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int end = words.isBoundary(most) ? most : words.preceding(most);
    return text.substring(0, Math.max(end, 0)).stripTrailing() + sign;
  }
}
