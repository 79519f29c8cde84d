package org.pullquote.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that articles come in, told by how the content begins, then by the name. */
enum Format {
  HTML("a web page"),
  JSON("JSON"),
  TEXT("text");

  private static final int HEAD = 2048;

  /** A page may begin with a comment, a declaration, or without its outermost elements. */
  private static final Pattern HTML_START =
      Pattern.compile(
          "\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--(?s:.{0,1000}?)-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|meta|title|article|main|section|div|h1|p)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Pasted text may begin with a bracket, too: "[UPDATE] Bridge opens". */
  private static final Pattern JSON_START =
      Pattern.compile("\\s*(?:\\[\\s*\\{|\\{\\s*\").*", Pattern.DOTALL);

  private final String label;

  Format(String label) {
    this.label = label;
  }

  /** What to call it, to stand after "cannot be read as". */
  String label() {
    return label;
  }

  static Format of(Source source) {
    String name = source.name().toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
    String head = head(source.bytes());
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.matches(".*\\.x?html?") || HTML_START.matcher(head).matches()) {
      return HTML;
    }
    return JSON_START.matcher(head).matches() ? JSON : TEXT;
  }

  private static String head(byte[] bytes) {
    int length = Math.min(HEAD, bytes.length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
  }

  /**
   * The text of a file, without a byte order mark and unseen characters.
   *
   * @throws UnreadableException if it is not UTF-8
   */
  static String text(Source source) throws UnreadableException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source.bytes())).toString();
      return text.replaceFirst("^\ufeff", "");
    } catch (CharacterCodingException e) {
      throw new UnreadableException("is not UTF-8 text; save it as UTF-8");
    }
  }
}
