package org.pullquote.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that articles come in, told by how the content begins, then by the name. */
enum Format {
  HTML("a web page"),
  JSON("JSON"),
  MARKDOWN("Markdown"),
  DOCX("a Word document"),
  PDF("a PDF"),
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

  /** Front matter, which no other text begins with. */
  private static final Pattern MARKDOWN_START =
      Pattern.compile("---[ \\t]*\\R(?:title|author|date|layout)s?:.*", Pattern.DOTALL);

  /** A PDF may have some bytes of a mail or a server before its first line. */
  private static final Pattern PDF_START = Pattern.compile("(?s).{0,1024}?%PDF-\\d.*");

  private static final String ZIP_START = "PK\u0003\u0004";

  private static final String RTF_START = "{\\rtf";

  /** How the files of Office before 2007, and protected ones of today, begin. */
  private static final String OLE_START = "\u00d0\u00cf\u0011\u00e0";

  private final String label;

  Format(String label) {
    this.label = label;
  }

  /** What to call it, to stand after "cannot be read as". */
  String label() {
    return label;
  }

  /**
   * The format of a source.
   *
   * @throws UnreadableException if it is one that is known and not read
   */
  static Format of(Source source) throws UnreadableException {
    String name = source.name().toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
    String raw = head(source.bytes(), StandardCharsets.ISO_8859_1);
    if (raw.startsWith(OLE_START)) {
      throw new UnreadableException(
          "is an old or protected Office file; save it as .docx without a password");
    }
    if (raw.startsWith(RTF_START)) {
      throw new UnreadableException("is rich text (RTF); save it as .docx");
    }
    if (raw.startsWith(ZIP_START)) {
      return DOCX;
    }
    if (PDF_START.matcher(raw).matches()
        && !name.matches(".*\\.(?:txt|md|markdown|x?html?|json)")) {
      return PDF;
    }
    return ofText(name, head(source.bytes(), StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
  }

  private static Format ofText(String name, String head) {
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.matches(".*\\.x?html?") || HTML_START.matcher(head).matches()) {
      return HTML;
    }
    if (name.matches(".*\\.(?:md|markdown|mdown|mkd)") || MARKDOWN_START.matcher(head).matches()) {
      return MARKDOWN;
    }
    return JSON_START.matcher(head).matches() ? JSON : TEXT;
  }

  private static String head(byte[] bytes, Charset charset) {
    return new String(bytes, 0, Math.min(HEAD, bytes.length), charset);
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
