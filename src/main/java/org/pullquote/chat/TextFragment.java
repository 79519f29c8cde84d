package org.pullquote.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link to words on a page: {@code #:~:text=first%20words,last%20words}, which browsers scroll to
 * and set off. The grammar is that of the <a
 * href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a> (WICG
 * draft report): hyphen, comma and ampersand stand for themselves only when they are
 * percent-encoded.
 */
final class TextFragment {

  private static final String DIRECTIVE = ":~:text=";

  /** A quote with more words than twice this is named by so many of its first and last ones. */
  private static final int WORDS = 6;

  /** The same where there are no spaces, in UTF-16 code units. */
  private static final int LONGEST = 60;

  private static final String AS_THEY_ARE = "._~";

  private TextFragment() {}

  /** Whether an address is one that a reader can open. */
  static boolean isLinkable(@Nullable String url) {
    return url != null && url.toLowerCase(Locale.ROOT).matches("https?://[^\\s]+");
  }

  /**
   * A link to a quote.
   *
   * @param url of the page, with or without a fragment of its own
   * @param quote as it stands on the page
   */
  static String link(String url, String quote) {
    int directive = url.indexOf(":~:");
    String page = directive < 0 ? url : url.substring(0, directive);
    String separator = page.contains("#") ? "" : "#";
    return page + separator + DIRECTIVE + range(List.of(quote.strip().split("\\s+")));
  }

  private static String range(List<String> words) {
    String all = String.join(" ", words);
    if (words.size() <= 2 * WORDS) {
      return all.length() <= 2 * LONGEST
          ? encode(all)
          : encode(start(all)) + "," + encode(end(all));
    }
    return encode(String.join(" ", words.subList(0, WORDS)))
        + ","
        + encode(String.join(" ", words.subList(words.size() - WORDS, words.size())));
  }

  /** The first characters, of a script that writes no spaces. */
  private static String start(String text) {
    return text.substring(
        0, LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0));
  }

  private static String end(String text) {
    int start = text.length() - LONGEST;
    return text.substring(start + (Character.isLowSurrogate(text.charAt(start)) ? 1 : 0));
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || AS_THEY_ARE.indexOf(c) >= 0);
      encoded.append(
          unreserved ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
