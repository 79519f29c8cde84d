package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Context;
import org.pullquote.cluster.RealSolr;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.UpdateListener;
import org.pullquote.search.LikelyArticle;
import org.pullquote.search.Query;

/**
 * That it makes no difference to a reader where the index is kept: the embedded one, and one on
 * three nodes in three shards with two copies each.
 */
class EnginesClusterTest {

  /** Of the questions on saved pages, one in so many is asked. */
  private static final int SHARE_OF_TRAINING = 10;

  private static final int MOST_LIKELY = 6;

  @TempDir Path folder;

  /**
   * What a reader would see.
   *
   * @param likely files, the likeliest first
   * @param scores of the likely files
   * @param quoted passages in their order
   */
  private record Seen(List<String> likely, List<Double> scores, List<String> quoted) {}

  @Test
  void quoteTheSamePassagesInTheSameOrder() throws Exception {
    Path library = Files.createDirectories(folder.resolve("articles"));
    List<String> gold = lines(Fixtures.shared("gold/questions.jsonl"));
    List<String> others = new ArrayList<>();
    copyArticles(library, others);
    List<String> questions = new ArrayList<>(gold);
    questions.addAll(others);
    List<Seen> embedded = ask(Map.of(), library, questions);
    List<Seen> solr;
    try (RealSolr cluster = new RealSolr(folder.resolve("solr"), 3)) {
      solr =
          ask(
              Map.of(
                  "PULLQUOTE_SEARCH_ENGINE", "solr",
                  "PULLQUOTE_SEARCH_ZOOKEEPER", cluster.zookeeperAddress(),
                  "PULLQUOTE_SEARCH_SHARDS", "3",
                  "PULLQUOTE_SEARCH_REPLICAS", "2"),
              library,
              questions);
    }
    report(questions, embedded, solr);
    assertEquals(quoted(embedded), quoted(solr));
    assertEquals(
        embedded.stream().map(Seen::likely).toList(), solr.stream().map(Seen::likely).toList());
    assertTrue(
        embedded.stream().filter(seen -> !seen.quoted.isEmpty()).count() > gold.size() / 2,
        "most are answered");
  }

  private static List<List<String>> quoted(List<Seen> seen) {
    return seen.stream().map(Seen::quoted).toList();
  }

  /** The article of data/, and those of ../shared; gathers the questions on them. */
  private static void copyArticles(Path library, List<String> questions) throws IOException {
    Path data = Path.of("data");
    Files.copy(data.resolve("article.txt"), library.resolve("article.txt"));
    Files.copy(data.resolve("metadata.json"), library.resolve("article.metadata.json"));
    for (Path news : list(Fixtures.shared("news"))) {
      String name = news.getFileName().toString();
      Files.copy(news.resolve("article.txt"), library.resolve(name + ".txt"));
      Files.copy(news.resolve("metadata.json"), library.resolve(name + ".metadata.json"));
      questions.addAll(lines(news.resolve("questions.jsonl")));
    }
    for (Path page : list(Fixtures.shared("pages"))) {
      if (page.toString().endsWith(".html.gz")) {
        Files.copy(page, library.resolve(page.getFileName().toString()));
      }
    }
    int number = 0;
    for (JsonNode question :
        Fixtures.JSON
            .readTree(Fixtures.shared("train/news.json").toFile())
            .findValues("question")) {
      if (number++ % SHARE_OF_TRAINING == 0) {
        questions.add(question.asText());
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> questions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      questions.add(Fixtures.JSON.readTree(line).path("question").asText());
    }
    return questions;
  }

  /** Asks the program, configured so. */
  private List<Seen> ask(Map<String, String> engine, Path articles, List<String> questions)
      throws Exception {
    Map<String, String> environment = new HashMap<>(engine);
    environment.put("PULLQUOTE_LIBRARY_DIR", articles.toString());
    environment.put("PULLQUOTE_STATE_DIR", folder.resolve("state").toString());
    PrintWriter err = new PrintWriter(System.err, true);
    Path home = Path.of("").toAbsolutePath();
    Program program =
        Program.of(
            new Main(
                new Surroundings(
                    environment, home, home, new BufferedReader(Reader.nullReader()), err, err)));
    List<Seen> seen = new ArrayList<>();
    try (Library library = program.library()) {
      library.reindex(UpdateListener.NONE);
      assertTrue(library.size() > 40, () -> "only " + library.size() + " articles");
      AskAll all = new AskAll(library, program.config().answerPolicy());
      for (String question : questions) {
        List<LikelyArticle> likely = library.likely(Query.of(question), MOST_LIKELY);
        seen.add(
            new Seen(
                likely.stream().map(each -> each.file().file()).toList(),
                likely.stream().map(LikelyArticle::score).toList(),
                quoted(all.answer(question, Context.NONE))));
      }
    }
    return seen;
  }

  private static List<String> quoted(Answer answer) {
    return answer instanceof Quoted quoted
        ? quoted.evidence().stream()
            .map(evidence ->
                evidence.quote().article().edition()
                    + " "
                    + evidence.quote().passage().id()
                    + " "
                    + evidence.quote().span())
            .toList()
        : List.of();
  }

  private static void report(List<String> questions, List<Seen> embedded, List<Seen> solr) {
    int sameLikely = 0;
    int sameQuoted = 0;
    double apart = 0;
    for (int i = 0; i < questions.size(); i++) {
      Seen one = embedded.get(i);
      Seen other = solr.get(i);
      sameLikely += one.likely.equals(other.likely) ? 1 : 0;
      sameQuoted += one.quoted.equals(other.quoted) ? 1 : 0;
      for (int j = 0; one.likely.equals(other.likely) && j < one.scores.size(); j++) {
        apart = Math.max(apart, Math.abs(one.scores.get(j) - other.scores.get(j)));
      }
      if (!one.likely.equals(other.likely)) {
        System.out.println(questions.get(i) + "\n  " + one + "\n  " + other);
      }
    }
    System.out.printf(
        "%d questions: the same likely articles for %d, the same quotes for %d; scores at most %.2g"
            + " apart%n",
        questions.size(), sameLikely, sameQuoted, apart);
  }
}
