package org.pullquote.telegram.dialogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotMetrics;
import org.pullquote.telegram.delivery.BotMetrics.Said;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;

/** Comes up with passages while somebody types after the bot's name: for the last letter only. */
public final class Suggestions {

  private static final Logger log = LoggerFactory.getLogger(Suggestions.class);

  /** Longer than anybody waits for results. */
  private static final Duration OF_USE = Duration.ofMinutes(1);

  private static final int MOST_TYPING = 10_000;

  private final InlineAnswers inline;
  private final FleetingCalls calls;
  private final BotMetrics metrics;
  private final ExecutorService processors;
  private final Cache<Long, String> latest =
      Caffeine.newBuilder().maximumSize(MOST_TYPING).expireAfterWrite(OF_USE).build();

  /**
   * @param processors answers are found here
   */
  public Suggestions(
      InlineAnswers inline, FleetingCalls calls, BotMetrics metrics, ExecutorService processors) {
    this.inline = inline;
    this.calls = calls;
    this.metrics = metrics;
    this.processors = processors;
  }

  /** Notes what somebody has typed by now. */
  public void typed(Typed typed) {
    latest.put(typed.doer(), typed.query().getId());
  }

  /** Answers, unless something else was typed meanwhile. */
  public void answer(Typed typed) throws InterruptedException {
    if (!typed.query().getId().equals(latest.getIfPresent(typed.doer()))) {
      return;
    }
    try {
      AnswerInlineQuery answer = processors.submit(() -> inline.answer(typed.query())).get();
      if (calls.make(answer)) {
        metrics.said(Said.SUGGESTIONS);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfReachException || e.getCause() instanceof StoreException) {
        log.warn("nothing could be suggested: {}", e.getCause().getMessage());
      } else {
        log.error("nothing could be suggested", e);
      }
    }
  }
}
