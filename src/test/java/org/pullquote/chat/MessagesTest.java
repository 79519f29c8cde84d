package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  @Test
  void everyPhraseIsAPatternThatLosesNothing() {
    ResourceBundle bundle = ResourceBundle.getBundle("org.pullquote.chat.messages", Locale.ROOT);
    Messages messages = new Messages(Locale.ENGLISH);
    for (String key : bundle.keySet()) {
      String phrase = messages.get(key, 1, "two");
      assertFalse(phrase.isBlank(), key);
      // A straight apostrophe would be swallowed by MessageFormat.
      assertFalse(bundle.getString(key).contains("'"), key);
    }
  }

  @Test
  void speaksEnglishWhereALanguageHasNoPhrases() {
    assertEquals(
        new Messages(Locale.ENGLISH).get("thanks"), new Messages(Locale.JAPANESE).get("thanks"));
  }

  /** Each language has each phrase, with the same things to fill in. */
  @ParameterizedTest
  @ValueSource(strings = {"ru", "ko", "uk"})
  void hasEveryPhraseInEveryLanguage(String language) {
    ResourceBundle english = ResourceBundle.getBundle("org.pullquote.chat.messages", Locale.ROOT);
    ResourceBundle other =
        ResourceBundle.getBundle("org.pullquote.chat.messages", Locale.of(language));
    assertEquals(language, other.getLocale().getLanguage());
    for (String key : english.keySet()) {
      String phrase = other.getString(key);
      assertEquals(placeholders(english.getString(key)), placeholders(phrase), key);
      assertFalse(phrase.contains("'"), key);
      // The terminal's own words are English ones.
      boolean needsNoTranslation =
          key.startsWith("terminal") || phrase.matches("\\P{L}*|.*\\{0}.*");
      assertTrue(
          needsNoTranslation || !phrase.equals(english.getString(key)),
          () -> key + " is not translated");
    }
  }

  private static Set<String> placeholders(String phrase) {
    return Pattern.compile("\\{\\d")
        .matcher(phrase)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
