package org.pullquote.telegram.dialogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/** The language that a reader's Telegram is set to. */
final class ReaderLocale {

  private ReaderLocale() {}

  /** English where it is not known. */
  static Locale of(@Nullable User user) {
    String code = user == null ? null : user.getLanguageCode();
    return code == null || code.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(code);
  }
}
