package org.pullquote.telegram.delivery;

import java.nio.ByteBuffer;
import org.pullquote.article.Digest;

/**
 * Names for chats that tell them apart in a log without telling which they are. Another start gives
 * other names.
 */
public final class Pseudonyms {

  private static final int SHOWN_BYTES = 4;

  private final byte[] salt;

  /**
   * @param salt what keeps others from finding the chat by trying all
   */
  public Pseudonyms(byte[] salt) {
    this.salt = salt.clone();
  }

  /** The name of a chat. */
  public String of(long chat) {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(chat).array();
    return new Digest().add(salt).add(number).hex(SHOWN_BYTES);
  }
}
