package org.pullquote.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.TextModel;
import org.pullquote.train.Training;
import org.pullquote.train.Training.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the weights that answers go by. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Fits the weights of the ranking and of the decision to refuse to labelled questions.",
      "",
      "Prints how good they are on articles that they were not fitted to, and the trade-off between"
          + " refusing too much and answering too much."
    })
final class TrainCommand extends SubCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "F.json",
      description =
          "Files in SQuAD's format; each counts the same, however long. The decision to refuse is"
              + " fitted to the first alone, on which all is measured.")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the weights; without it they are printed.")
  private @Nullable Path out;

  @Option(
      names = "--words-only",
      description = "Fit the weights for machines on which the model of meaning does not run.")
  private boolean wordsOnly;

  @Option(
      names = "--readers",
      split = ",",
      paramLabel = "R.onnx",
      description =
          "Readers in training, in place of the program's: each reads one article, in turn. Of two"
              + " that were each trained on every other article, name first the one that was not"
              + " trained on the first.")
  private List<Path> readers = List.of();

  @Override
  int run(Program program) throws Exception {
    Result result = train(program);
    program.out().print(result.report());
    if (out == null) {
      program.out().print(result.model().json());
    } else {
      Files.writeString(program.resolve(out), result.model().json());
    }
    return Main.OK;
  }

  private Result train(Program program) throws Exception {
    if (readers.isEmpty()) {
      return train(program, wordsOnly ? program::searchByWords : program::search);
    }
    TextModel model = program.model();
    if (wordsOnly || model == null) {
      throw new UserException("--readers: nothing is read where answers go by words only");
    }
    try (ReadersInTurn inTurn = new ReadersInTurn(model, program, readers)) {
      return train(program, inTurn::search);
    }
  }

  private Result train(Program program, BiFunction<Article, WhoIsWho, PassageSearch> engine)
      throws Exception {
    try (Training training = new Training(program::names, engine)) {
      for (Path file : files) {
        Path found = program.resolve(file);
        training.add(file.toString(), TextFiles.read(found, found.toString()), program.splitter());
      }
      return training.fit(
          "./pullquote train "
              + (wordsOnly ? "--words-only " : "")
              + (readers.isEmpty() ? "" : "--readers " + joined(",", readers) + " ")
              + joined(" ", files));
    }
  }

  private static String joined(String separator, List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(separator));
  }
}
