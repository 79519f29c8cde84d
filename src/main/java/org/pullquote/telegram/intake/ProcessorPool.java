package org.pullquote.telegram.intake;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Typed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Has answers found and pictures drawn, while readers see that something comes. */
final class ProcessorPool {

  /** Who waits longer than this is shown that an answer comes. */
  private static final Duration MOMENT = Duration.ofMillis(700);

  /** Telegram shows it for five seconds. */
  private static final Duration TYPING_LASTS = Duration.ofMillis(4_500);

  private final ExecutorService processors;
  private final FleetingCalls calls;

  ProcessorPool(ExecutorService processors, FleetingCalls calls) {
    this.processors = processors;
    this.calls = calls;
  }

  /**
   * Does something, and waits for it.
   *
   * @param action shows a reader who has to wait for more than a moment that it comes; null where
   *     nothing can
   * @throws ExecutionException with what it failed by
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  <T> T run(Callable<T> work, @Nullable SendChatAction action)
      throws InterruptedException, ExecutionException {
    Future<T> result = processors.submit(work);
    Duration wait = MOMENT;
    while (true) {
      try {
        return result.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (action != null) {
          calls.make(action);
        }
        wait = TYPING_LASTS;
      }
    }
  }

  /** What shows, where something was written or pressed, that something comes. */
  static SendChatAction action(IncomingUpdate update, ActionType type) {
    SendChatAction action = new SendChatAction(String.valueOf(update.chat()), type.toString());
    MaybeInaccessibleMessage place =
        switch (update) {
          case Written written -> written.message();
          case Pressed(CallbackQuery query) -> query.getMessage();
          case Typed typed -> null;
        };
    if (place instanceof Message message && message.isTopicMessage()) {
      action.setMessageThreadId(message.getMessageThreadId());
    }
    return action;
  }
}
