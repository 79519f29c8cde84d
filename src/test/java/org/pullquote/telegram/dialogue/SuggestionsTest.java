package org.pullquote.telegram.dialogue;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

class SuggestionsTest {

  private final InlineAnswers inline = mock();
  private final FleetingCalls calls = mock();
  private final ExecutorService processor = Executors.newSingleThreadExecutor();
  private final Suggestions suggestions =
      new Suggestions(inline, calls, new BotMetrics(new SimpleMeterRegistry()), processor);

  @AfterEach
  void close() {
    processor.shutdownNow();
  }

  private static Typed typed(String id, long user) {
    return new Typed(new InlineQuery(id, new User(user, "R", false), "who", ""));
  }

  @Test
  void answersTheLastLetterOnly() throws Exception {
    AnswerInlineQuery answer = new AnswerInlineQuery("second", List.of());
    Typed first = typed("first", 7);
    Typed second = typed("second", 7);
    when(inline.answer(second.query())).thenReturn(answer);
    suggestions.typed(first);
    suggestions.typed(second);
    suggestions.answer(first);
    verify(calls, never()).make(any());
    suggestions.answer(second);
    verify(calls).make(answer);
  }

  @Test
  void keepsWhatDifferentReadersTypeApart() throws Exception {
    Typed one = typed("one", 7);
    Typed other = typed("other", 8);
    suggestions.typed(one);
    suggestions.typed(other);
    suggestions.answer(one);
    verify(inline).answer(one.query());
  }

  @Test
  void goesOnWhereNothingCouldBeFound() throws Exception {
    Typed broken = typed("broken", 7);
    when(inline.answer(broken.query())).thenThrow(new IllegalStateException("disk on fire"));
    suggestions.typed(broken);
    suggestions.answer(broken);
    verify(calls, never()).make(any());
  }
}
