package org.pullquote.search;

/**
 * What to look for.
 *
 * @param question in the reader's words
 * @param context what it follows upon, if it does not stand by itself; counts less than the
 *     question, and may be empty
 */
public record Query(String question, String context) {

  /** A question that stands by itself. */
  public static Query of(String question) {
    return new Query(question, "");
  }
}
