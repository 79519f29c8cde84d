package org.pullquote.answer;

/**
 * When a match is an answer, and how many are shown.
 *
 * @param mostQuotes the most passages to quote, 1 to 3
 * @param closeness a further passage is shown if its share is at least this part of the best one's,
 *     0 to 1
 * @param confidence the article is taken to answer from this probability on, 0 to 1
 * @param closestConfidence below it, what comes closest is not worth showing, 0 to 1
 */
public record AnswerPolicy(
    int mostQuotes, double closeness, double confidence, double closestConfidence) {

  /** More quotes than these are not read in a chat. */
  public static final int MOST_QUOTES = 3;

  /** Fitted by {@code ./pullquote train} on labelled news. */
  public static final AnswerPolicy DEFAULT = new AnswerPolicy(MOST_QUOTES, 0.85, 0.24, 0.15);

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AnswerPolicy {
    if (mostQuotes < 1 || mostQuotes > MOST_QUOTES) {
      throw new IllegalArgumentException("quotes must be 1 to 3, not " + mostQuotes);
    }
    requireShare("closeness", closeness);
    requireShare("confidence", confidence);
    requireShare("closestConfidence", closestConfidence);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, not " + value);
    }
  }
}
