package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

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

  @Test
  void countsInTheSingularToo() {
    Messages messages = new Messages(Locale.ENGLISH);
    assertEquals("1 photo caption", messages.get("article.captions", 1));
    assertEquals("5 photo captions", messages.get("article.captions", 5));
  }
}
