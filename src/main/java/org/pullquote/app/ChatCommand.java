package org.pullquote.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.chat.Conversation;
import org.pullquote.console.ConsoleChat;
import org.pullquote.console.Terminals;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

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
final class ChatCommand extends BaseCommand {

  @ParentCommand private Main main;

  @Override
  Main main() {
    return main;
  }

  @Override
  int run(Program program) throws Exception {
    return Terminals.isInputTyped() ? interactive(program) : lines(program);
  }

  static int interactive(Program program) throws Exception {
    Article article = program.article();
    try (Answerer answerer = program.answerer(article)) {
      Conversation conversation = new Conversation(answerer, program.messages());
      String welcome =
          program
              .messages()
              .get(
                  program.config().botToken().isPresent() ? "terminal" : "terminal.no.token",
                  String.valueOf(article.metadata().title()));
      new ConsoleChat(conversation).interactive(welcome, history(program.config().stateDir()));
    }
    return Main.OK;
  }

  private static Path history(Path stateDir) throws UserException {
    try {
      return Files.createDirectories(stateDir).resolve("history");
    } catch (IOException e) {
      throw new UserException(
          stateDir + ": this folder cannot be made; set state.dir to one that can");
    }
  }

  static int lines(Program program) throws Exception {
    try (Answerer answerer = program.answerer(program.article())) {
      new ConsoleChat(new Conversation(answerer, program.messages()))
          .lines(program.surroundings().in(), program.out());
    }
    return Main.OK;
  }
}
