package org.pullquote.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks what was packed, once and not beyond a size. */
final class Packed {

  private Packed() {}

  /**
   * The same, unpacked if it is a gzip file, under its name without {@code .gz}.
   *
   * @param most how many bytes there may be
   * @throws UnreadableException if there are more, or the file is damaged
   */
  static Source unpack(Source source, int most) throws UnreadableException {
    byte[] bytes = source.bytes();
    if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return source;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String name = source.name().replaceFirst("(?i)\\.gz$", "");
      return new Source(name, upTo(in, most), source.charset(), source.address());
    } catch (IOException e) {
      throw new UnreadableException("is a damaged gzip file (" + e.getMessage() + ")");
    }
  }

  /**
   * All bytes of a stream.
   *
   * @throws UnreadableException if there are more than {@code most}
   */
  static byte[] upTo(InputStream in, int most) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new UnreadableException(
          "is larger than " + (most >> 20) + " MiB when unpacked, which no article is");
    }
    return bytes;
  }
}
