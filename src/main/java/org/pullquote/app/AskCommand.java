package org.pullquote.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Guide;
import org.pullquote.chat.Turn;
import org.pullquote.console.ConsoleRenderer;
import org.pullquote.library.Library;
import org.pullquote.search.IndexedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers one question.",
      "",
      "Exit status: 0 quoted, 1 the article does not say, 2 an error."
    })
final class AskCommand extends SubCommand {

  @Option(
      names = "--json",
      description = "Print one JSON object. Offsets count UTF-16 code units of the passage's text.")
  private boolean json;

  @Option(names = "--all", description = "Ask all articles of the library.")
  private boolean all;

  @Parameters(
      arity = "1..*",
      paramLabel = "QUESTION",
      description = "The question, in plain words.")
  private List<String> words;

  @Override
  int run(Program program) throws Exception {
    String question = String.join(" ", words);
    if (question.isBlank()) {
      throw new UserException("the question is empty");
    }
    return all ? askAll(program, question) : askOne(program, question);
  }

  private int askOne(Program program, String question) throws Exception {
    Article article = program.article();
    try (Answerer answerer = program.answerer(article)) {
      return ask(
          program,
          question,
          new Conversation(new Guide(answerer), Locale.ENGLISH),
          answer -> AnswerJson.of(answer, article.metadata()));
    }
  }

  private int askAll(Program program, String question) throws Exception {
    try (Library library = program.library()) {
      program.update(library);
      if (library.size() == 0) {
        throw new UserException(
            program.config().libraryDir() + ": there are no articles (library.dir)");
      }
      Conversation conversation = new Conversation(program.articles(library), Locale.ENGLISH);
      conversation.choose(Choice.ALL);
      return ask(
          program,
          question,
          conversation,
          answer ->
              AnswerJson.ofAll(
                  answer, article -> library.ofEdition(article.edition()).map(IndexedFile::name)));
    }
  }

  private int ask(
      Program program,
      String question,
      Conversation conversation,
      Function<Answer, ObjectNode> object)
      throws UserException {
    Answer answer;
    if (json) {
      answer = conversation.ask(question).answer().orElseThrow();
      program.out().println(object.apply(answer));
    } else {
      Turn turn = conversation.say(question);
      program.out().println(ConsoleRenderer.plain(turn.reply()));
      if (turn.answer().isEmpty()) {
        return Main.OK;
      }
      answer = turn.answer().get();
    }
    boolean answered = answer instanceof Quoted || answer instanceof FromMetadata;
    return answered ? Main.OK : Main.NOT_SAID;
  }
}
