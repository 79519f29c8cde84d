package org.pullquote.size;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.pullquote.answer.Context;
import org.pullquote.app.Product;
import org.pullquote.cluster.RealSolr;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.UpdateListener;
import org.pullquote.reading.ArticleJson;
import org.pullquote.search.Query;

/**
 * Measures a library of invented articles on each engine, and prints a table: the embedded index,
 * and three Solr nodes on this machine, with three shards and two copies of each.
 */
public final class EnginesBenchmark {

  private static final long SEED = 20_261_125;
  private static final int QUESTIONS = 200;
  private static final int ASKED_OF_ALL = 20;
  private static final int NODES = 3;

  private final Path folder;
  private final int articles;
  private final InventedArticles invented = new InventedArticles(SEED);
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  private EnginesBenchmark(Path folder, int articles) {
    this.folder = folder.toAbsolutePath();
    this.articles = articles;
  }

  /**
   * Runs it in the project's folder.
   *
   * @param args how many articles, and a folder for all that it writes
   */
  public static void main(String[] args) throws Exception {
    new EnginesBenchmark(Path.of(args[1]), Integer.parseInt(args[0])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    invented.write(folder.resolve("articles"), articles);
    measure("embedded", Map.of());
    try (RealSolr solr = new RealSolr(Files.createTempDirectory(folder, "solr"), NODES)) {
      row("memory of the nodes before, MiB", mebibytes(solr.memory()));
      measure(
          "solr",
          Map.of(
              "PULLQUOTE_SEARCH_ENGINE", "solr",
              "PULLQUOTE_SEARCH_ZOOKEEPER", solr.zookeeperAddress(),
              "PULLQUOTE_SEARCH_SHARDS", String.valueOf(NODES),
              "PULLQUOTE_SEARCH_REPLICAS", "2"));
      row("memory of the nodes after, MiB", mebibytes(solr.memory()));
      row("memory of ZooKeeper, MiB", mebibytes(List.of(solr.zookeeperMemory())));
    }
    PrintWriter out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    rows.forEach((name, figures) -> out.println("| " + name + " | " + String.join(" | ", figures) + " |"));
  }

  private void row(String name, String figure) {
    rows.computeIfAbsent(name, key -> new ArrayList<>()).add(figure);
  }

  private static String mebibytes(List<Long> bytes) {
    return String.join(", ", bytes.stream().map(each -> String.valueOf(each >> 20)).toList());
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void measure(String engine, Map<String, String> settings) throws Exception {
    row(articles + " articles", engine);
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("PULLQUOTE_LIBRARY_DIR", folder.resolve("articles").toString());
    environment.put("PULLQUOTE_STATE_DIR", folder.resolve("state").toString());
    Product product =
        new Product(
            Path.of("").toAbsolutePath(),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            environment);
    // The vectors stand in for the encoder's, which takes as long on either engine.
    try (Library library = product.library(invented.hashed())) {
      index(library);
      ask(library, product.askAll(library));
      row("heap of the client after a collection, MiB", mebibytes(List.of(Usage.heap())));
    }
  }

  private void index(Library library) throws Exception {
    double all = seconds(() -> library.reindex(UpdateListener.NONE));
    row("index a thousand articles, s", number("%.1f", all * 1000 / articles));
    library.update(UpdateListener.NONE);
    row(
        "a look when nothing changed, s",
        number("%.2f", seconds(() -> library.update(UpdateListener.NONE))));
    Path file = folder.resolve("articles").resolve(InventedArticles.file(0));
    Files.writeString(file, ArticleJson.pretty(invented.article(0, 1)));
    row(
        "one changed, s",
        number("%.2f", seconds(() -> library.update(UpdateListener.NONE))));
    Files.writeString(file, ArticleJson.pretty(invented.article(0)));
    library.update(UpdateListener.NONE);
  }

  private void ask(Library library, AskAll all) throws Exception {
    Random random = new Random(SEED);
    List<Double> likely = new ArrayList<>();
    List<Double> asked = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      int about = random.nextInt(articles);
      String question = invented.question(about);
      likely.add(seconds(() -> library.likely(Query.of(question), 6)));
      var found = library.likely(Query.of(question), 6);
      if (!found.isEmpty()
          && found.getFirst().file().file().equals(InventedArticles.file(about))) {
        first++;
      }
      if (i < ASKED_OF_ALL) {
        // What has to be opened first takes as long on either engine.
        all.answer(question, Context.NONE);
        asked.add(seconds(() -> all.answer(question, Context.NONE)));
      }
    }
    row("likely articles: p50 / p95, ms", times(likely));
    row("ask all, articles open: p50 / p95, ms", times(asked));
    row("right article first, of " + QUESTIONS, String.valueOf(first));
  }

  /** What is timed. */
  private interface Step {
    void run() throws Exception;
  }

  private static double seconds(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static String times(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return number(
        "%.0f / %.0f",
        1000 * sorted.get(sorted.size() / 2), 1000 * sorted.get(sorted.size() * 95 / 100));
  }
}
