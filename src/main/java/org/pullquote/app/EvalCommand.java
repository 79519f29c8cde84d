package org.pullquote.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Context;
import org.pullquote.article.Article;
import org.pullquote.eval.Evaluation;
import org.pullquote.eval.LibraryEvaluation;
import org.pullquote.eval.Report;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the answers on labelled questions. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Asks labelled questions and prints how good the answers are.",
      "",
      "Recall and MRR are over answerable questions; \"shown prec.\" is the share of the passages"
          + " shown to any question that are relevant or marked also_ok; \"refused\" is over answerable,"
          + " \"answered\" over unanswerable questions. Each set is asked twice and measured the"
          + " second time."
    })
final class EvalCommand extends SubCommand {

  @Option(
      names = "--questions",
      paramLabel = "F.jsonl",
      description = "Questions on the article, one JSON object a line.")
  private @Nullable Path questions;

  @Option(
      names = "--dialogues",
      paramLabel = "F.jsonl",
      description = "Conversations on the article, one JSON object a line.")
  private @Nullable Path dialogues;

  @Option(
      names = "--squad",
      paramLabel = "F.json",
      description = "A file in SQuAD's format: articles with questions on them.")
  private @Nullable Path squad;

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description =
          "Web pages, each NAME.html or NAME.html.gz with what stands on it in NAME.json: how well"
              + " they are read.")
  private @Nullable Path pages;

  @Option(
      names = "--all",
      description =
          "Ask all articles of the library the questions on this one: whether it comes first.")
  private boolean all;

  @Option(names = "--misses", description = "List the questions that went wrong, too.")
  private boolean misses;

  @Option(names = "--json", description = "Print the figures as one JSON object, last.")
  private boolean json;

  @Override
  int run(Program program) throws Exception {
    if (pages != null) {
      return PageSet.measure(program, program.resolve(pages), json);
    }
    if (questions == null && dialogues == null && squad == null) {
      throw new UserException("eval needs --questions, --dialogues, --squad or --pages");
    }
    if (all) {
      return askAll(program);
    }
    Evaluation evaluation = new Evaluation(program::answerer, System::nanoTime);
    if (questions != null || dialogues != null) {
      Article article = program.article();
      if (questions != null) {
        evaluation.questions(article, questions.toString(), text(program, questions));
      }
      if (dialogues != null) {
        evaluation.dialogues(article, dialogues.toString(), text(program, dialogues));
      }
    }
    if (squad != null) {
      evaluation.squad(squad.toString(), text(program, squad), program.splitter());
    }
    Report report = evaluation.report();
    if (misses) {
      program.out().println(report.misses());
    }
    program.out().print(report.table());
    if (json) {
      program.out().println(report.json());
    }
    return Main.OK;
  }

  private int askAll(Program program) throws Exception {
    if (questions == null) {
      throw new UserException("eval --all needs --questions");
    }
    try (Library library = program.library()) {
      program.update(library);
      AskAll asked = new AskAll(library, program.config().answerPolicy());
      LibraryEvaluation evaluation =
          new LibraryEvaluation(question -> asked.answer(question, Context.NONE), System::nanoTime);
      evaluation.questions(
          program.article().edition(), questions.toString(), text(program, questions));
      program.out().print(evaluation.table());
    }
    return Main.OK;
  }

  private static String text(Program program, Path file) throws UserException {
    Path found = program.resolve(file);
    return TextFiles.read(found, found.toString());
  }
}
