package org.pullquote.app;

import java.util.Optional;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.chat.Conversation;
import org.pullquote.telegram.BotToken;
import org.pullquote.telegram.TelegramBot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the Telegram bot until it is told to stop. */
@Command(
    name = "bot",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the Telegram bot until it is stopped (Ctrl-C, SIGTERM).",
      "",
      "The token comes from the environment variable TELEGRAM_BOT_TOKEN, or from the file that"
          + " telegram.token-file names. @BotFather gives one: send it /newbot."
    })
final class BotCommand extends SubCommand {

  private static final Logger log = LoggerFactory.getLogger(BotCommand.class);

  @Override
  int run(Program program) throws Exception {
    Optional<BotToken> token = program.config().botToken();
    if (token.isEmpty()) {
      throw new UserException(
          "there is no bot token: set the environment variable TELEGRAM_BOT_TOKEN, or name a file"
              + " with telegram.token-file; @BotFather gives one (/newbot)");
    }
    return run(program, token.get());
  }

  static int run(Program program, BotToken token) throws Exception {
    Article article = program.article();
    log.info(
        "answering from \"{}\", {} passages",
        article.metadata().title(),
        article.passages().size());
    try (Answerer answerer = program.answerer(article);
        TelegramBot bot =
            new TelegramBot(
                token,
                program.config().botServer(),
                program.config().pollTimeout(),
                () -> new Conversation(answerer, program.messages()),
                program.messages())) {
      Runtime.getRuntime().addShutdownHook(new Thread(bot::close, "stop"));
      bot.run();
      return Main.OK;
    } catch (TelegramBot.RefusedException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }
}
