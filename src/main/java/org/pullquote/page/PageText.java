package org.pullquote.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a web page: by its byte order mark, else by what the server declared, else
 * by what the page declares in its first 4,096 bytes. Bytes that are no text in the declared
 * charset, or where none is declared, are UTF-8 where they can be and else Windows-1252, which is
 * what the HTML standard falls back to.
 */
final class PageText {

  private static final int HEAD = 4096;

  private static final Pattern META =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([a-zA-Z0-9_:.-]{2,40})");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private PageText() {}

  /**
   * Decodes a page.
   *
   * @param declared the charset that the server declared, or null
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent()) {
      return new String(bytes, marked.get()).substring(1);
    }
    return charset(declared)
        .or(() -> inPage(bytes))
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, fallback(bytes)));
  }

  /** A few wrong bytes in UTF-8 spoil a few characters, not the page. */
  private static Charset fallback(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long wrong = text.chars().filter(c -> c == '\ufffd').count();
    long beyondAscii = text.chars().filter(c -> c > 127).count();
    return wrong * 5 < beyondAscii ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(bytes, 0xff, 0xfe)
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> inPage(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(head);
    Matcher meta = META.matcher(head);
    if (xml.find()) {
      return charset(xml.group(1));
    }
    return meta.find() ? charset(meta.group(1)) : Optional.empty();
  }

  /** The charset of that name, as browsers take it: Latin-1 is Windows-1252 to them. */
  private static Optional<Charset> charset(@Nullable String name) {
    Charset charset = name == null ? null : Charset.forName(name, null);
    if (charset == null) {
      return Optional.empty();
    }
    boolean latin =
        charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
    // A page that could declare itself in ASCII is not in UTF-16.
    boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    return wide ? Optional.empty() : Optional.of(latin ? WINDOWS : charset);
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
