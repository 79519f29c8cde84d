package org.pullquote.telegram.intake;

import java.time.Duration;
import java.time.InstantSource;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.ConversationStore;
import org.pullquote.store.DeliveryStore;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.dialogue.ConversationMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what has been kept for long enough: at the start, and every hour after that, whether or
 * not anybody writes.
 */
public final class Tidying {

  private static final Logger log = LoggerFactory.getLogger(Tidying.class);

  /** Longer than Telegram repeats an update, shorter than it waits to begin its numbers anew. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  /** For so long the buttons under an answer work. */
  private static final Duration PRESSED_WITHIN = Duration.ofDays(30);

  private static final Duration PERIOD = Duration.ofHours(1);

  private final DeliveryStore store;
  private final AnswerStore answers;
  private final ConversationStore conversations;
  private final InstantSource clock;
  private final Delivery.Pause pause;

  /**
   * @param store what has ended is forgotten after two days
   * @param answers what buttons need is forgotten after a month
   * @param conversations what was spoken of is forgotten after an hour
   * @param pause how an hour is waited for
   */
  public Tidying(
      DeliveryStore store,
      AnswerStore answers,
      ConversationStore conversations,
      InstantSource clock,
      Delivery.Pause pause) {
    this.store = store;
    this.answers = answers;
    this.conversations = conversations;
    this.clock = clock;
    this.pause = pause;
  }

  /** Tidies beside all else, until the thread is interrupted. */
  public Thread start() {
    return Thread.ofVirtual()
        .name("tidying")
        .start(() -> {
          try {
            run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Tidies until the thread is interrupted. */
  void run() throws InterruptedException {
    while (true) {
      tidy();
      pause.take(PERIOD);
    }
  }

  private void tidy() {
    try {
      store.forgetEnded(clock.instant().minus(REMEMBERED));
      answers.forgetShown(clock.instant().minus(PRESSED_WITHIN));
      conversations.forgetSilent(clock.instant().minus(ConversationMemory.SILENCE));
      store.erase();
    } catch (StoreException e) {
      log.warn("{}; what is to be forgotten is so in an hour", e.getMessage());
    }
  }
}
