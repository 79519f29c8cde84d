package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.chat.Guide;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

class InlineAnswersTest {

  private static final Guide GUIDE = new Guide(Fixtures.answerer(Fixtures.ARTICLE));

  /** What is the same for everybody may be kept for all; what is in a reader's language may not. */
  @ParameterizedTest
  @CsvSource({
    "who laid a wreath?, false, 300",
    "p5, false, 300",
    "'', false, 300",
    "what is the price of bitcoin?, true, 10"
  })
  void isKeptByTelegramForWhomItIsRight(String typed, boolean personal, int seconds) {
    User reader = new User(7L, "R", false);
    AnswerInlineQuery answer =
        new InlineAnswers(GUIDE).answer(new InlineQuery("q", reader, typed, ""));
    assertEquals(personal, answer.getIsPersonal());
    assertEquals(seconds, answer.getCacheTime());
    assertEquals(personal, answer.getResults().isEmpty());
  }
}
