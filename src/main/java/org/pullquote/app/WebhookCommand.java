package org.pullquote.app;

import java.net.URI;
import java.util.Locale;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.intake.WebhookAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells Telegram whether to bring updates. */
@Command(
    name = "webhook",
    mixinStandardHelpOptions = true,
    description = {
      "Has Telegram bring updates to telegram.webhook-url (set), or not (delete), or shows which"
          + " (info).",
      "",
      "Behind that URL a proxy has to pass requests on to telegram.webhook-host and -port, where"
          + " the bot listens when telegram.webhook-url is set. Without a webhook the bot fetches"
          + " updates by itself and needs no address."
    })
final class WebhookCommand extends SubCommand {

  /** What to do. */
  enum Action {
    SET,
    DELETE,
    INFO
  }

  @Parameters(paramLabel = "set|delete|info", description = "What to do.")
  private String action;

  @Override
  int run(Program program) throws Exception {
    Action what = action(action);
    BotToken token = BotCommand.token(program);
    try (WebhookAdmin admin = new WebhookAdmin(token, program.config().botServer())) {
      program.out().println(run(program, what, admin));
      return Main.OK;
    } catch (BotEndedException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }

  private static Action action(String word) throws UserException {
    try {
      return Action.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserException("webhook: expected set, delete or info, not \"" + word + "\"");
    }
  }

  private static String run(Program program, Action action, WebhookAdmin admin)
      throws BotEndedException, UserException {
    return switch (action) {
      case SET -> {
        URI url =
            program
                .config()
                .webhookUrl()
                .orElseThrow(() ->
                    new UserException(
                        "there is no URL to set: configure telegram.webhook-url, such as"
                            + " https://example.org/pullquote"));
        admin.set(url);
        yield "Telegram brings updates to " + url;
      }
      case DELETE -> {
        admin.delete();
        yield "there is no webhook any more: the bot fetches updates by itself";
      }
      case INFO -> admin.describe();
    };
  }
}
