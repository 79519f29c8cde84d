package org.pullquote.chat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The bot's own words: the only ones it has. */
public final class Messages {

  private final ResourceBundle bundle;
  private final Locale locale;

  /** The phrases in a language, or in English where there are none. */
  public Messages(Locale locale) {
    this.locale = locale;
    bundle =
        ResourceBundle.getBundle(
            "org.pullquote.chat.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * A phrase.
   *
   * @param key its key in {@code messages.properties}
   * @param arguments what stands for {@code {0}}, {@code {1}}, … in it
   * @throws java.util.MissingResourceException if there is no such phrase
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
