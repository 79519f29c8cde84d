package org.pullquote.telegram;

import org.jspecify.annotations.Nullable;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.intake.WebhookWatch;

/**
 * What one process does for a bot, the leader where there are several: it announces what Telegram
 * shows of the bot, and sees to the webhook.
 */
final class Duties {

  private final Sharing sharing;
  private final Runnable announcement;
  private final @Nullable WebhookWatch webhook;
  private boolean announced;

  /**
   * @param announcement tells Telegram what to show of the bot
   * @param webhook null where updates are fetched
   */
  Duties(Sharing sharing, Runnable announcement, @Nullable WebhookWatch webhook) {
    this.sharing = sharing;
    this.announcement = announcement;
    this.webhook = webhook;
  }

  /**
   * Does what is due.
   *
   * @return whether these are this process's duties
   * @throws BotEndedException if Telegram no longer knows the token
   * @throws InterruptedException if the thread is interrupted
   */
  boolean tend() throws BotEndedException, InterruptedException {
    if (!sharing.leads()) {
      // Whoever leads next says it again: it may be of another version.
      announced = false;
      return false;
    }
    if (!announced) {
      announcement.run();
      announced = true;
    }
    if (webhook != null) {
      webhook.checkIfDue();
    }
    return true;
  }

  /** Whether Telegram said lately that it brings updates here. */
  boolean isWell() {
    return webhook != null && webhook.isWell();
  }
}
