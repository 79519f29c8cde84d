package org.pullquote.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a message, in small letters, without punctuation and emoji. */
public final class Words {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Words() {}

  /** The words, in order; none where there is no letter and no digit. */
  public static List<String> of(String message) {
    return BETWEEN
        .splitAsStream(message.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
