package org.pullquote.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.chat.Articles;
import org.pullquote.library.ArticleDesk;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryWatch;
import org.pullquote.monitor.MonitorServer;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.Editing;
import org.pullquote.telegram.TelegramBot;
import org.pullquote.telegram.delivery.BotEndedException;
import org.pullquote.telegram.delivery.BotToken;
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
          + " telegram.token-file names. @BotFather gives one: send it /newbot.",
      "",
      "It fetches updates, or has them brought where telegram.webhook-url is set (see: pullquote"
          + " help webhook)."
    })
final class BotCommand extends SubCommand {

  private static final Logger log = LoggerFactory.getLogger(BotCommand.class);

  /** So long a new or changed article may wait: a newsroom does not notice. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  @Override
  int run(Program program) throws Exception {
    return run(program, token(program));
  }

  /** The token, or what to do where there is none. */
  static BotToken token(Program program) throws UserException {
    return program
        .config()
        .botToken()
        .orElseThrow(() ->
            new UserException(
                "there is no bot token: set the environment variable TELEGRAM_BOT_TOKEN, or name a"
                    + " file with telegram.token-file; @BotFather gives one (/newbot)"));
  }

  static int run(Program program, BotToken token) throws Exception {
    try (Library library = program.library()) {
      return run(program, token, library);
    } catch (BotEndedException | StoreException | IOException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }

  private static int run(Program program, BotToken token, Library library) throws Exception {
    PrometheusMeterRegistry registry = MonitorServer.registry();
    // First: what the model reads for it need not be read for the library again.
    Articles articles = articles(program, library);
    Editing editing =
        new Editing(program.config().admins(), new ArticleDesk(library, new Submissions(program)));
    try (LibraryWatch watch = new LibraryWatch(library, LOOK_EVERY, InstantSource.system());
        TelegramBot bot =
            new TelegramBot(token, program.config().botSettings(), articles, editing, registry)) {
      log.debug("{} keeps the library's index up to date", watch);
      Ending.atSignal(bot::close);
      runMonitored(bot, program.config().monitoringPort(), registry);
      return Main.OK;
    }
  }

  private static Articles articles(Program program, Library library) throws Exception {
    Articles articles = program.articles(library);
    Article article = articles.standardArticle();
    log.info(
        "answering from \"{}\", {} passages",
        article.metadata().title(),
        article.passages().size());
    return articles;
  }

  private static void runMonitored(TelegramBot bot, int port, PrometheusMeterRegistry registry)
      throws BotEndedException, IOException {
    MonitorServer monitor = port == 0 ? null : monitor(bot, port, registry);
    try {
      bot.run();
    } finally {
      if (monitor != null) {
        monitor.close();
      }
    }
  }

  /** A port that is taken costs the metrics, not the answers. */
  private static @Nullable MonitorServer monitor(
      TelegramBot bot, int port, PrometheusMeterRegistry registry) {
    try {
      MonitorServer monitor = new MonitorServer(port, registry, bot::isWell);
      log.info("health and metrics on http://127.0.0.1:{}/health and /metrics", monitor.port());
      return monitor;
    } catch (IOException e) {
      log.warn(
          "no health and metrics: port {} cannot be listened on ({}); set monitoring.port",
          port,
          e.getMessage());
      return null;
    }
  }
}
