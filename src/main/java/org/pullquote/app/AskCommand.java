package org.pullquote.app;

import java.util.List;
import java.util.Locale;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Guide;
import org.pullquote.chat.Turn;
import org.pullquote.console.ConsoleRenderer;
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

  @Parameters(
      arity = "1..*",
      paramLabel = "QUESTION",
      description = "The question, in plain words.")
  private List<String> words;

  @Override
  int run(Program program) throws Exception {
    Article article = program.article();
    String question = String.join(" ", words);
    if (question.isBlank()) {
      throw new UserException("the question is empty");
    }
    try (Answerer answerer = program.answerer(article)) {
      Conversation conversation = new Conversation(new Guide(answerer), Locale.ENGLISH);
      Answer answer;
      if (json) {
        answer = conversation.ask(question).answer().orElseThrow();
        program.out().println(AnswerJson.of(answer, article.metadata()));
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
}
