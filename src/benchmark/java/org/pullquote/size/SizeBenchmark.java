package org.pullquote.size;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Context;
import org.pullquote.app.Product;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.UpdateListener;
import org.pullquote.reading.ArticleJson;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.OnnxModel;
import org.pullquote.search.Query;
import org.pullquote.search.TextModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a library of invented articles and prints a line a figure. */
@Command(name = "size")
public final class SizeBenchmark implements Callable<Integer> {

  private static final long SEED = 20_261_125;

  /** Of an article, in the mean. */
  private static final int PASSAGES = 25;

  /** How the articles of the library are found. */
  enum Meaning {
    /** By words alone. */
    OFF,
    /** Also by vectors that cost nothing to make. */
    HASHED,
    /** Also by the encoder's vectors. */
    ON,
    /** No library: vectors of real passages, of so many articles' worth, in each format. */
    FORMATS
  }

  @Option(names = "--articles", required = true)
  private int articles;

  @Option(names = "--meaning", required = true)
  private Meaning meaning = Meaning.OFF;

  @Option(names = "--as-it-is", description = "Asks the index that is there, whatever is in it.")
  private boolean asItIs;

  @Option(names = "--questions", defaultValue = "200")
  private int questions;

  @Option(names = "--sets", description = "The labelled questions, for the formats.")
  private Path sets = Path.of("");

  @Option(names = "--folder", required = true, description = "Where the articles are written.")
  private Path folder = Path.of("");

  private final PrintWriter out =
      new PrintWriter(
          new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  /** Runs it in the project's folder. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  private static int execute(String... args) {
    return new CommandLine(new SizeBenchmark())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  /**
   * Runs it in the project's folder, with all that it writes in {@code target/benchmark}.
   *
   * @param meaning off, hashed, on or formats
   * @param sets the folder of the labelled questions, which the formats are tried with
   * @return the exit status
   */
  public static int run(int articles, String meaning, Path sets) {
    return execute(
        "--sets", sets.toString(),
        "--articles", String.valueOf(articles),
        "--meaning", meaning,
        "--folder", Path.of("target", "benchmark", "size").toString());
  }

  private void say(String what, String format, Object... values) {
    out.println(what + ": " + String.format(Locale.ROOT, format, values));
  }

  private void say(String what, Times once) {
    say(what, "%.2f s, of processors %.2f s", once.seconds(), once.processorSeconds());
  }

  private static double mebibytes(long bytes) {
    return bytes / 1048576.0;
  }

  @Override
  public Integer call() throws Exception {
    if (meaning == Meaning.FORMATS) {
      formats();
    } else {
      library();
    }
    say("peak RSS, with pages of files", "%.0f MiB", mebibytes(Usage.process("VmHWM")));
    say("RSS of its own", "%.0f MiB", mebibytes(Usage.process("RssAnon")));
    return 0;
  }

  private void formats() throws Exception {
    Product product = product(Map.of());
    EncodedPassages[] encoded = new EncodedPassages[1];
    try (TextModel model = new OnnxModel(false)) {
      Times times =
          Times.of(() ->
              encoded[0] =
                  EncodedPassages.read(
                      sets, model, product.splitter(), articles * PASSAGES, questions));
      say("encoding", times);
      say("passages", "%d", encoded[0].passages().size());
      say("questions", "%d", encoded[0].questions().size());
    }
    VectorFormats formats = new VectorFormats(encoded[0]);
    out.println(VectorFormats.HEAD);
    for (var format : VectorFormats.formats().entrySet()) {
      out.println(
          formats.rows(
              format.getKey(), format.getValue(), folder.toAbsolutePath().resolve("formats")));
    }
  }

  private static Product product(Map<String, String> environment) throws Exception {
    return new Product(
        Path.of("").toAbsolutePath(),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        environment);
  }

  private void library() throws Exception {
    Path files = folder.toAbsolutePath().resolve("articles-" + articles);
    Path state = folder.toAbsolutePath().resolve("state-" + articles + "-" + meaning);
    InventedArticles invented = new InventedArticles(SEED);
    if (!asItIs) {
      say("writing the files", Times.of(() -> invented.write(files, articles)));
    }
    Product product =
        product(
            Map.of(
                "PULLQUOTE_LIBRARY_DIR", files.toString(),
                "PULLQUOTE_LIBRARY_VECTORS", meaning == Meaning.ON ? "on" : "off",
                "PULLQUOTE_STATE_DIR", state.toString()));
    @Nullable TextModel standIn = meaning == Meaning.HASHED ? invented.hashed() : null;
    try (Library library = product.library(standIn)) {
      if (!asItIs) {
        update(library, invented, files, state);
      }
      say("articles in the index", "%d", library.size());
      ask(library, product, invented);
    }
    say("heap after a collection", "%.0f MiB", mebibytes(Usage.heap()));
  }

  private void update(Library library, InventedArticles invented, Path files, Path state)
      throws Exception {
    Times all = Times.of(() -> library.update(UpdateListener.NONE));
    say("index", all);
    say("index a thousand", "%.1f s", all.seconds() * 1000 / articles);
    say(
        "on disk",
        "articles %.0f MiB, index %.0f MiB, vectors %.0f MiB",
        mebibytes(Usage.disk(files)),
        mebibytes(Usage.disk(state.resolve("library"))),
        mebibytes(Usage.disk(state.resolve("vectors"))));
    say("heap after the update", "%.0f MiB", mebibytes(Usage.heap()));
    // What was written just now is looked at again once.
    Thread.sleep(2_100);
    library.update(UpdateListener.NONE);
    say("nothing changed", Times.of(() -> library.update(UpdateListener.NONE)));
    Path file = files.resolve(InventedArticles.file(articles / 2));
    Files.writeString(file, ArticleJson.pretty(invented.article(articles / 2, 1)));
    say("one changed", Times.of(() -> library.update(UpdateListener.NONE)));
    Files.writeString(file, ArticleJson.pretty(invented.article(articles / 2)));
    say("one changed back", Times.of(() -> library.update(UpdateListener.NONE)));
  }

  private void ask(Library library, Product product, InventedArticles invented) throws Exception {
    Random random = new Random(SEED);
    AskAll asked = product.askAll(library);
    // A model is loaded with the first question.
    asked.answer(invented.question(0), Context.NONE);
    Times likely = new Times();
    Times likelyAgain = new Times();
    Times all = new Times();
    Times allAgain = new Times();
    Times open = new Times();
    Times one = new Times();
    int first = 0;
    List<IndexedFile> files = library.articles(0, articles);
    for (int i = 0; i < questions; i++) {
      int about = number(files.get(random.nextInt(files.size())));
      String question = invented.question(about);
      String file = InventedArticles.file(about);
      likely.time(() -> library.likely(Query.of(question), 6));
      likelyAgain.time(() -> library.likely(Query.of(question), 6));
      var found = library.likely(Query.of(question), 6);
      if (!found.isEmpty() && found.getFirst().file().file().equals(file)) {
        first++;
      }
      all.time(() -> asked.answer(question, Context.NONE));
      allAgain.time(() -> asked.answer(question, Context.NONE));
      IndexedFile other = files.get(random.nextInt(files.size()));
      Answerer[] opened = new Answerer[1];
      open.time(() -> opened[0] = library.open(other));
      one.time(() -> opened[0].answer(invented.question(number(other)), Context.NONE));
    }
    say("right article first", "%d of %d", first, questions);
    say("finding likely articles", "%s; again %s", likely, likelyAgain);
    say("ask all", "%s; again %s", all, allAgain);
    say("open one", "%s", open);
    say("ask one", "%s", one);
  }

  private static int number(IndexedFile file) {
    return Integer.parseInt(file.name().replaceAll("\\D", ""));
  }
}
