package org.pullquote.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader writes.
 *
 * @param text a command or a question
 * @param locale the reader's language
 * @param pointedAt what of an earlier message the reader points at; null for nothing
 */
public record ReaderMessage(String text, Locale locale, @Nullable PointedAt pointedAt) {

  /** A message in a language that points at nothing. */
  public ReaderMessage(String text, Locale locale) {
    this(text, locale, null);
  }
}
