package org.pullquote.telegram;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names for chats that tell them apart in a log without telling which they are. Another start gives
 * other names.
 */
final class Pseudonyms {

  private static final int SHOWN_BYTES = 4;

  private final byte[] salt;

  /**
   * @param salt what keeps others from finding the chat by trying all
   */
  Pseudonyms(byte[] salt) {
    this.salt = salt.clone();
  }

  /** The name of a chat. */
  String of(long chat) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(chat).array());
      return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
