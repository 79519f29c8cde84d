package org.pullquote.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Context;
import org.pullquote.cluster.RealSolr;
import org.pullquote.search.solr.SolrLibraryIndex;

/** Two programs that share the folder of the articles and an index on Solr. */
class SolrLibraryClusterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  @TempDir Path folder;

  private static <T> void await(T expected, Supplier<T> actual) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!actual.get().equals(expected) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(expected, actual.get());
  }

  private static List<String> quotes(Library library, String question) {
    return new AskAll(library, AnswerPolicy.DEFAULT).answer(question, Context.NONE)
            instanceof Quoted quoted
        ? quoted.evidence().stream().map(each -> each.quote().text()).toList()
        : List.of();
  }

  @Test
  void whatChangesInTheFolderIsAnsweredByBoth() throws Exception {
    LibraryStage stage = new LibraryStage(folder);
    InstantSource clock = InstantSource.system();
    try (RealSolr solr = new RealSolr(folder.resolve("solr"), 2);
        Library one = stage.open(new SolrLibraryIndex(solr.settings("news"), null, System::nanoTime), clock);
        Library two = stage.open(new SolrLibraryIndex(solr.settings("news"), null, System::nanoTime), clock);
        LibraryWatch first = new LibraryWatch(one, PAUSE, clock);
        LibraryWatch second = new LibraryWatch(two, PAUSE, clock)) {
      assertEquals(List.of(), quotes(two, "Who opened the bridge?"), first + " " + second);
      stage.write("bridge.txt", "Bridge opens", "The mayor opened the bridge on Monday.");
      for (Library each : List.of(one, two)) {
        await(
            List.of("The mayor opened the bridge on Monday."),
            () -> quotes(each, "Who opened the bridge?"));
      }
      stage.write("bridge.txt", "Bridge opens", "The duchess opened the bridge on Friday.");
      for (Library each : List.of(one, two)) {
        await(
            List.of("The duchess opened the bridge on Friday."),
            () -> quotes(each, "Who opened the bridge?"));
      }
      Files.delete(stage.folder.resolve("bridge.txt"));
      for (Library each : List.of(one, two)) {
        await(List.of(), () -> quotes(each, "Who opened the bridge?"));
        await(0, each::size);
      }
      stage.write("museum.txt", "Museum closes", "The director closed the museum on Friday.");
      assertEquals(1, one.reindex(UpdateListener.NONE));
      assertEquals(List.of("museum"), LibraryStage.names(two));
    }
  }
}
