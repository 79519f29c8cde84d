package org.pullquote.chat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The bot's own words: the only ones it has. */
public final class Messages {

  /** The languages that there are words in; the first one is for whoever speaks none of them. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.of("ru"), Locale.KOREAN, Locale.of("uk"));

  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private static final Map<String, Messages> BY_LANGUAGE =
      LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Messages::new));

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

  /** The phrases in the language of a locale, or in English where there are none. */
  public static Messages in(Locale locale) {
    Messages messages = BY_LANGUAGE.get(locale.getLanguage());
    return messages != null ? messages : ENGLISH;
  }

  /** The language that they are in. */
  public Locale locale() {
    return locale;
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
