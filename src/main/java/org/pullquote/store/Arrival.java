package org.pullquote.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came in.
 *
 * @param updateId the number it came under, which may be used again after a week
 * @param message the message in it; null where it has none or cannot be read
 * @param askedAt when it was written
 * @param content all of it, as it came
 * @param fault why it cannot be read; null where it can
 */
public record Arrival(
    long updateId,
    @Nullable MessageKey message,
    Instant askedAt,
    String content,
    @Nullable String fault) {

  /** What tells messages apart: they are numbered by chat. */
  public record MessageKey(long chat, long message) {}
}
