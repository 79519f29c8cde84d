package org.pullquote.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures how much the streams of a PDF unpack to, before the library unpacks them in memory. It
 * knows nothing of the file's structure: whatever stands behind the word "stream" is tried.
 */
final class PdfBudget {

  /** Of one stream, in bytes: a photo that was not compressed otherwise. */
  private static final long MOST_OF_ONE = 64L << 20;

  /** Of all, in bytes. */
  private static final long MOST = 256L << 20;

  /** Packed by older ways, which unpack to some thousand times as much, in bytes. */
  private static final int MOST_BY_OLDER_WAYS = 64 << 10;

  /** The word, at the beginning and the end of each: a long document has some thousands. */
  private static final int MOST_STREAMS = 50_000;

  /** How far before a stream its dictionary is looked for, in bytes. */
  private static final int DICTIONARY = 1024;

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);

  /** LZW and run lengths, also abbreviated, and names that are written so as to hide. */
  private static final Pattern OLDER_WAYS =
      Pattern.compile("/(?:LZW|RunLength|RL\\b)|/Filter[^>]{0,200}#");

  private final byte[] file;
  private final byte[] buffer = new byte[1 << 16];
  private long left = MOST;

  private PdfBudget(byte[] file) {
    this.file = file;
  }

  /**
   * Makes sure that a file may be opened.
   *
   * @throws IllegalArgumentException if it is protected, or unpacks to more than any article needs
   */
  static void require(byte[] file) {
    PdfBudget budget = new PdfBudget(file);
    if (budget.indexOf(ENCRYPT, 0) >= 0) {
      throw new IllegalArgumentException("is a protected PDF; save it without a password");
    }
    int at = budget.indexOf(STREAM, 0);
    for (int streams = 0; at >= 0; streams++) {
      if (streams > MOST_STREAMS) {
        throw tooLarge();
      }
      at = budget.indexOf(STREAM, budget.measure(at + STREAM.length));
    }
  }

  /** Measures the stream behind its keyword. Returns where to look for the next one. */
  private int measure(int keyword) {
    int start = keyword;
    while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
      start++;
    }
    if (usesOlderWays(keyword)) {
      int most = Math.min(file.length, start + MOST_BY_OLDER_WAYS);
      if (most < file.length && indexOf(END, start, most) < 0) {
        throw tooLarge();
      }
    }
    inflate(start);
    return start;
  }

  private boolean usesOlderWays(int keyword) {
    int from = Math.max(0, keyword - DICTIONARY);
    String head = new String(file, from, keyword - from, StandardCharsets.ISO_8859_1);
    int object = head.lastIndexOf("obj");
    return OLDER_WAYS.matcher(head.substring(Math.max(0, object))).find();
  }

  private void inflate(int start) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, start, file.length - start);
      long size = 0;
      for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
        size += n;
        left -= n;
        if (size > MOST_OF_ONE || left < 0) {
          throw tooLarge();
        }
      }
    } catch (DataFormatException e) {
      // Packed in another way, or not a stream.
    } finally {
      inflater.end();
    }
  }

  private static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException(
        "unpacks to more than any article has; save its text in a file");
  }

  private int indexOf(byte[] word, int from) {
    return indexOf(word, from, file.length);
  }

  private int indexOf(byte[] word, int from, int to) {
    for (int i = from; i <= to - word.length; i++) {
      int n = 0;
      while (n < word.length && file[i + n] == word[n]) {
        n++;
      }
      if (n == word.length) {
        return i;
      }
    }
    return -1;
  }
}
