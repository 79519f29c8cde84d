package org.pullquote.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for some content, which tells it from all other: SHA-256 (FIPS 180-4). */
public final class Digest {

  private final MessageDigest digest;

  /** A digest of nothing yet. */
  public Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds bytes. */
  public Digest add(byte[] content) {
    digest.update(content);
    return this;
  }

  /** Adds a text, in UTF-8. */
  public Digest add(String content) {
    return add(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The name, in hexadecimal digits. It can be asked for once.
   *
   * @param bytes how many of its 32 bytes, two digits each
   */
  public String hex(int bytes) {
    return HexFormat.of().formatHex(digest.digest(), 0, bytes);
  }
}
