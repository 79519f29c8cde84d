package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Guide;
import org.pullquote.store.ChoiceStore;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

class InlineAnswersTest {

  private static final Articles ARTICLES =
      new Articles(new Guide(Fixtures.answerer(Fixtures.ARTICLE)));

  /** What is the same for everybody may be kept for all; what is in a reader's language may not. */
  @ParameterizedTest
  @CsvSource({
    "who laid a wreath?, false, 300",
    "p5, false, 300",
    "'', false, 300",
    "what is the price of bitcoin?, true, 10"
  })
  void isKeptByTelegramForWhomItIsRight(String typed, boolean personal, int seconds) {
    ChoiceStore choices = mock();
    when(choices.chosen(anyLong())).thenReturn(Optional.empty());
    User reader = new User(7L, "R", false);
    AnswerInlineQuery answer =
        new InlineAnswers(ARTICLES, choices).answer(new InlineQuery("q", reader, typed, ""));
    assertEquals(personal, answer.getIsPersonal());
    assertEquals(seconds, answer.getCacheTime());
    assertEquals(personal, answer.getResults().isEmpty());
  }
}
