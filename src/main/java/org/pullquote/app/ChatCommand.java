package org.pullquote.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answerer;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Guide;
import org.pullquote.console.ConsoleChat;
import org.pullquote.console.Terminals;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The chat in the terminal. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Chats about the article in this terminal, token or not.",
      "",
      "If standard input is not a terminal: one question a line, one answer each. Ctrl-D or /quit"
          + " ends it."
    })
final class ChatCommand extends SubCommand {

  private static final Logger log = LoggerFactory.getLogger(ChatCommand.class);

  @Override
  int run(Program program) throws Exception {
    return chat(program);
  }

  static int chat(Program program) throws Exception {
    return Terminals.isInputTyped() && Terminals.isOutputSeen()
        ? interactive(program)
        : lines(program);
  }

  private static int interactive(Program program) throws Exception {
    try (Library library = program.library()) {
      Articles articles = program.articles(library);
      chat(program, library, articles);
    }
    return Main.OK;
  }

  private static void chat(Program program, Library library, Articles articles) throws IOException {
    try (LibraryWatch watch =
        new LibraryWatch(library, BotCommand.LOOK_EVERY, InstantSource.system())) {
      log.debug("{} keeps the library's index up to date", watch);
      Conversation conversation = new Conversation(articles, Locale.ENGLISH);
      String welcome =
          program
              .messages()
              .get(
                  program.config().hasBotToken() ? "terminal" : "terminal.no.token",
                  String.valueOf(articles.standardArticle().metadata().title()));
      new ConsoleChat(conversation).interactive(welcome, history(program.config().stateDir()));
    }
  }

  /** Where lines typed are kept; null, said in the log, where they cannot be. */
  private static @Nullable Path history(Path stateDir) {
    try {
      return Files.createDirectories(stateDir).resolve("history");
    } catch (IOException e) {
      log.warn("{} cannot be made (state.dir), so this chat keeps no history", stateDir);
      return null;
    }
  }

  private static int lines(Program program) throws Exception {
    try (Answerer answerer = program.answerer(program.article())) {
      new ConsoleChat(new Conversation(new Guide(answerer), Locale.ENGLISH))
          .lines(program.surroundings().in(), program.out());
    }
    return Main.OK;
  }
}
