package org.pullquote.app;

import java.util.List;
import org.pullquote.answer.Answerer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows why passages rank as they do. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which passages come up for a question, and which features brought them up.",
      "",
      "The share is how likely a passage is the best one; behind each feature stands what it adds"
          + " to the passage's sum, its weight times its value within the article."
    })
final class ExplainCommand extends SubCommand {

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  private List<String> words;

  @Override
  int run(Program program) throws Exception {
    try (Answerer answerer = program.answerer(program.article())) {
      program.out().print(answerer.explain(String.join(" ", words)));
    }
    return Main.OK;
  }
}
