package org.pullquote.telegram.intake;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came, not looked into yet.
 *
 * @param fault why it cannot be read; null where nobody has tried
 */
public record RawUpdate(long id, String json, @Nullable String fault) implements Serializable {

  private static final Pattern ID = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,18})");

  /** The first update in what is no JSON that can be read; empty if there is none in it. */
  static Optional<RawUpdate> firstIn(String unreadable) {
    Matcher id = ID.matcher(unreadable);
    return id.find()
        ? Optional.of(new RawUpdate(Long.parseLong(id.group(1)), unreadable, "no readable JSON"))
        : Optional.empty();
  }
}
