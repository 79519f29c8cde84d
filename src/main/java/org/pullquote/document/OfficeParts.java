package org.pullquote.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The parts of an Office file that are XML, unpacked within limits. Pictures and whatever else lies
 * in the archive are passed over; an archive within it is not opened.
 */
final class OfficeParts {

  /** Where Word keeps the text. */
  static final String DOCUMENT = "word/document.xml";

  /** Where the file's own title stands. */
  static final String PROPERTIES = "docProps/core.xml";

  /** Word writes some twenty; more than a thousand pictures are no article's. */
  private static final int MOST_ENTRIES = 2_000;

  /** Of all XML together, in bytes: what Word needs for a book. */
  private static final int MOST_XML = 32 << 20;

  /** Of everything that the archive holds, in bytes. */
  private static final int MOST_UNPACKED = 128 << 20;

  /** A long report has a hundred thousand; each takes some hundred bytes of memory. */
  private static final int MOST_TAGS = 600_000;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** How much the last entry unpacked to. */
  private long size;

  private OfficeParts() {}

  /**
   * Unpacks a file.
   *
   * @throws IllegalArgumentException if it is no Word document, or more than one has
   */
  static OfficeParts of(byte[] file) {
    OfficeParts parts = new OfficeParts();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      parts.read(zip);
    } catch (IOException e) {
      throw new IllegalArgumentException("is a damaged archive (" + e.getMessage() + ")", e);
    }
    if (!parts.parts.containsKey(DOCUMENT)) {
      throw new IllegalArgumentException(
          "is an archive and no Word document; unpack it, or save it as .docx");
    }
    return parts;
  }

  private void read(ZipInputStream zip) throws IOException {
    long unpacked = 0;
    long xml = 0;
    int entries = 0;
    int tags = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      boolean kept = entry.getName().matches("(?i).*\\.(?:xml|rels)");
      byte[] bytes = read(zip, kept, MOST_UNPACKED - unpacked);
      unpacked += size;
      xml += bytes.length;
      tags += kept ? tags(bytes) : 0;
      if (++entries > MOST_ENTRIES || xml > MOST_XML || tags > MOST_TAGS) {
        throw new IllegalArgumentException(
            "holds more than any article (%d parts, %d MiB, %d tags); save its text in a file"
                .formatted(entries, xml >> 20, tags));
      }
      if (kept) {
        parts.putIfAbsent(entry.getName(), bytes);
      }
    }
  }

  /** The bytes of an entry, or none if it is passed over. */
  private byte[] read(InputStream in, boolean kept, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long count = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      count += n;
      if (count > most || (kept && count > MOST_XML)) {
        throw new IllegalArgumentException(
            "unpacks to more than any article has; save its text in a file");
      }
      if (kept) {
        bytes.write(buffer, 0, n);
      }
    }
    size = count;
    return bytes.toByteArray();
  }

  private static int tags(byte[] xml) {
    int tags = 0;
    for (byte b : xml) {
      tags += b == '<' ? 1 : 0;
    }
    return tags;
  }

  /** A part as text, empty where there is none. */
  String text(String name) {
    return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** An archive of these parts and nothing else. */
  InputStream archive() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.setLevel(0);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(archive.toByteArray());
  }
}
