package org.pullquote.telegram.delivery;

import java.util.Locale;

/** The bot, or a call, cannot go on. The message is one line that says why and what to do. */
public final class BotEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean conflict;

  private BotEndedException(String message) {
    this(message, false);
  }

  private BotEndedException(String message, boolean conflict) {
    super(message);
    this.conflict = conflict;
  }

  /** Whether somebody else takes the updates. */
  public boolean isConflict() {
    return conflict;
  }

  /** Telegram does not know the token. */
  public static BotEndedException tokenRefused(ApiFailure failure) {
    return new BotEndedException(
        "Telegram does not know this bot token ("
            + failure.description()
            + "): check TELEGRAM_BOT_TOKEN, or ask @BotFather for the bot's token (/mybots)");
  }

  /** What ends a single call. */
  public static BotEndedException of(ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unauthorized refused -> tokenRefused(refused);
      case ApiFailure.Conflict conflict -> conflict(conflict);
      default -> new BotEndedException("Telegram did not do it (" + failure.description() + ")");
    };
  }

  /** Somebody else takes the updates: a webhook, or another program that polls. */
  public static BotEndedException conflict(ApiFailure failure) {
    boolean webhook = failure.description().toLowerCase(Locale.ROOT).contains("webhook");
    return new BotEndedException(
        webhook
            ? "a webhook takes this bot's updates ("
                + failure.description()
                + "): remove it with \"pullquote webhook delete\", or set telegram.webhook-url to"
                + " answer by it"
            : "another program polls with this bot token ("
                + failure.description()
                + "): stop it, or get a new token from @BotFather (/revoke) if you do not know it",
        true);
  }
}
