package org.pullquote.answer;

/**
 * When a match is an answer, and how many are shown.
 *
 * @param mostQuotes the most passages to quote, 1 to 3
 * @param closeness a further passage is shown if it scores at least this share of the best, 0 to 1
 * @param coverage the best passage must hold at least this share of the question, by IDF, for the
 *     article to answer it, 0 to 1
 */
public record AnswerPolicy(int mostQuotes, double closeness, double coverage) {

  /** More quotes than these are not read in a chat. */
  public static final int MOST_QUOTES = 3;

  /**
   * Measured on the labelled news articles: below a fifth of the question, a refused question is
   * rarely one that the ranking would have answered; at 0.85 of the best score and above, what is
   * shown is mostly relevant.
   */
  public static final AnswerPolicy DEFAULT = new AnswerPolicy(MOST_QUOTES, 0.85, 0.2);

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AnswerPolicy {
    if (mostQuotes < 1 || mostQuotes > MOST_QUOTES) {
      throw new IllegalArgumentException("quotes must be 1 to 3, not " + mostQuotes);
    }
    requireShare("closeness", closeness);
    requireShare("coverage", coverage);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, not " + value);
    }
  }
}
