package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {

  private static final int LIMIT = AnswerPages.COPY_LIMIT;

  @Test
  void quotesAndSaysWhoseWordsTheyAre() {
    assertEquals(
        "“Kim met him.”\n— ¶ 1 · said by Lee · The Post",
        CopyText.of("Kim met him.", "¶ 1 · said by Lee · The Post", "¶ 1 · The Post", LIMIT));
  }

  @Test
  void keepsAsMuchOfALongQuoteAsFitsAndSaysSo() {
    String text =
        CopyText.of("word ".repeat(100).strip(), "said by " + "x".repeat(200), "¶ 1", LIMIT);
    assertTrue(text.length() <= LIMIT && text.length() > LIMIT - 10, text);
    assertTrue(text.startsWith("“word word"), text);
    assertTrue(text.endsWith("word […]”\n— ¶ 1"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧", "각", "e\u0301", "🇰🇷", "x"})
  void neverExceedsWhatAClipboardTakes(String grapheme) {
    for (int length = 1; length < LIMIT; length += 7) {
      String text =
          CopyText.of(grapheme.repeat(length), "a".repeat(length), "b".repeat(length), LIMIT);
      assertTrue(text.length() <= LIMIT, () -> text.length() + ": " + text);
    }
  }
}
