package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an earlier message a reader points at by replying to it.
 *
 * @param chosen the words that the reader chose of it; null where it is the message as a whole
 * @param quotes the quotes in that message: the one that was chosen in, or stands before what was
 *     chosen, comes first
 * @param text all of the message
 */
public record PointedAt(@Nullable String chosen, List<String> quotes, String text) {

  public PointedAt {
    quotes = List.copyOf(quotes);
  }

  /** Words without anything around them. */
  public static PointedAt words(String words) {
    return new PointedAt(words, List.of(), words);
  }
}
