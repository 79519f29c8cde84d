package org.pullquote.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pullquote.app.Product;
import org.pullquote.benchmark.QuestionSets.QuestionSet;
import org.pullquote.size.SizeBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks every contender the same questions on the same articles and prints a report; or measures a
 * library of invented articles.
 */
@Command(name = "benchmark")
public final class Benchmark implements Callable<Integer> {

  @Option(names = "--sets", required = true)
  private Path sets = Path.of("");

  @Option(names = "--most", required = true)
  private int most;

  @Option(names = "--size", defaultValue = "0", description = "0, or of how many articles.")
  private int size;

  @Option(names = "--meaning", defaultValue = "off")
  private String meaning = "off";

  private final PrintWriter out = writer(FileDescriptor.out);
  private final PrintWriter err = writer(FileDescriptor.err);

  /** Runs it in the project's folder. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmark()).execute(args));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  @Override
  public Integer call() throws Exception {
    if (size > 0) {
      return SizeBenchmark.run(size, meaning, sets.toAbsolutePath().normalize());
    }
    Product product = new Product(Path.of("").toAbsolutePath(), err);
    List<QuestionSet> questions =
        new QuestionSets(sets.toAbsolutePath().normalize(), product, most, err).read();
    if (questions.isEmpty()) {
      err.println("there is nothing to ask");
      return 2;
    }
    List<Run> runs = new ArrayList<>();
    for (Contender contender : List.of(new Ours(product), new PlainLucene(), new EasyRag())) {
      Run run = new Run(contender);
      for (QuestionSet set : questions) {
        err.println(contender.name() + ": " + set.name());
        run.ask(set);
      }
      runs.add(run);
    }
    out.print(new Report(LocalDate.now(), most, questions, runs).markdown());
    out.flush();
    return 0;
  }
}
