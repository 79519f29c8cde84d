package org.pullquote.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update that came in.
 *
 * @param updateId the number it came under, which may be used again after a week
 * @param message the message in it; null where it has none or cannot be read
 * @param askedAt when it was written
 * @param content what it takes to answer it; empty where it cannot be read
 * @param fault why it cannot be read; null where it can
 * @param wording what tells whether its message was changed; null where it has no text
 * @param lane the chat whose turn it waits for; 0 where it cannot be read
 */
public record Arrival(
    long updateId,
    @Nullable MessageKey message,
    Instant askedAt,
    String content,
    @Nullable String fault,
    @Nullable Wording wording,
    long lane) {

  /** An arrival that waits for the turn of its message's chat. */
  public Arrival(
      long updateId,
      @Nullable MessageKey message,
      Instant askedAt,
      String content,
      @Nullable String fault,
      @Nullable Wording wording) {
    this(updateId, message, askedAt, content, fault, wording, message == null ? 0 : message.chat());
  }

  /** An arrival without a text. */
  public Arrival(
      long updateId,
      @Nullable MessageKey message,
      Instant askedAt,
      String content,
      @Nullable String fault) {
    this(updateId, message, askedAt, content, fault, null);
  }

  /** What tells messages apart: they are numbered by chat. */
  public record MessageKey(long chat, long message) {}

  /**
   * What a message says, as far as to tell it from what it said before.
   *
   * @param reader who wrote it
   * @param fingerprint the same for the same text
   * @param edited whether the message was there before
   */
  public record Wording(long reader, String fingerprint, boolean edited) {}
}
