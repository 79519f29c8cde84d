package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.cluster.RealSolr;
import org.pullquote.search.LibraryIndex.Changes;
import org.pullquote.search.solr.SolrLibraryIndex;

/** Nodes that are killed while an index is asked and changed. */
class SolrFaultsClusterTest {

  private static final int FILES = 30;
  private static final int TOGETHER = 5;
  private static final List<String> PARTS = List.of("one", "two", "three");

  @TempDir static Path folder;
  private static RealSolr solr;

  @BeforeAll
  static void start() throws Exception {
    solr = new RealSolr(folder, 3);
  }

  @AfterAll
  static void stop() {
    solr.close();
  }

  /** A word that stands in one passage of one version of one file only. */
  private static String word(int file, int version, String part) {
    return "f" + file + "v" + version + part;
  }

  private static Article article(int file, int version) {
    return Fixtures.article(
        "H:Common / "
            + String.join(" / ", PARTS.stream().map(part -> word(file, version, part)).toList()));
  }

  private static String name(int file) {
    return "file" + file;
  }

  /** Puts a version of all files there, some at a time; as often as it takes, like a watch. */
  private static int putAll(LibraryIndex index, int version) {
    int failed = 0;
    for (int first = 0; first < FILES; first += TOGETHER) {
      while (!put(index, version, first)) {
        failed++;
      }
    }
    return failed;
  }

  private static boolean put(LibraryIndex index, int version, int first) {
    try (Changes changes = index.change(false)) {
      for (int file = first; file < first + TOGETHER; file++) {
        Article article = article(file, version);
        LibraryIndexContract.put(
            changes, LibraryIndexContract.file(name(file), article), article);
      }
      changes.commit();
      return true;
    } catch (LibraryIndexException e) {
      System.out.println("an update failed, and is done again: " + e.getMessage());
      return false;
    }
  }

  /** Each file is of one version, with all its passages and none of another one. */
  private static void assertWhole(LibraryIndex index, int versions, int expected) {
    for (int file = 0; file < FILES; file++) {
      List<String> found = new ArrayList<>();
      for (int version = 0; version < versions; version++) {
        for (String part : PARTS) {
          String word = word(file, version, part);
          LibraryIndexContract.likely(index, word).forEach(name -> found.add(name + " " + word));
        }
      }
      int of = file;
      assertEquals(
          PARTS.stream().map(part -> name(of) + " " + word(of, expected, part)).toList(), found);
    }
  }

  /** Asks without a pause until it is closed. */
  private static final class Reader implements AutoCloseable {
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Thread thread;
    private volatile boolean done;

    Reader(LibraryIndex index) {
      thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!done) {
                      ask(index);
                    }
                  });
    }

    private void ask(LibraryIndex index) {
      try {
        int found = index.likely(Query.of("common"), 2 * FILES).size();
        int size = index.size();
        if (found != FILES || size != FILES) {
          faults.add(found + " found and " + size + " there, of " + FILES);
        }
        asked.incrementAndGet();
      } catch (LibraryIndexException e) {
        faults.add(e.getMessage());
      }
    }

    /** Waits until it has asked so many times more. */
    void awaitMore(int times) throws InterruptedException {
      int enough = asked.get() + times;
      while (asked.get() < enough && thread.isAlive() && faults.isEmpty()) {
        Thread.sleep(10);
      }
    }

    @Override
    public void close() {
      done = true;
    }
  }

  @Test
  void whereANodeIsKilledQuestionsGoOnAndNoFileIsHalfMade() throws Exception {
    try (LibraryIndex index = new SolrLibraryIndex(solr.settings("kills"), null, System::nanoTime);
        LibraryIndex asked = new SolrLibraryIndex(solr.settings("kills"), null, System::nanoTime)) {
      putAll(index, 0);
      asked.refresh();
      assertWhole(asked, 1, 0);
      try (Reader reader = new Reader(asked)) {
        for (int node = 0; node < solr.size(); node++) {
          int version = node + 1;
          Thread changing = Thread.ofPlatform().start(() -> putAll(index, version));
          reader.awaitMore(5);
          solr.kill(node);
          changing.join();
          reader.awaitMore(20);
          assertEquals(List.of(), List.copyOf(reader.faults), "node " + node);
          assertWhole(asked, version + 1, version);
          solr.restart(node);
          awaitCopies(index, version);
        }
        assertTrue(reader.asked.get() > 50, "it was asked all the while");
      }
    }
  }

  /** Waits until a node that came back has caught up: each copy is asked in turn. */
  private static void awaitCopies(LibraryIndex index, int version) throws InterruptedException {
    int right = 0;
    while (right < 20) {
      boolean all =
          IntStream.range(0, FILES)
              .allMatch(
                  file ->
                      !LibraryIndexContract.likely(index, word(file, version, "one")).isEmpty());
      right = all ? right + 1 : 0;
      Thread.sleep(all ? 0 : 100);
    }
  }

  @Test
  void aLockGoesWithItsHolderAndWhatItLeftIsCleared() throws Exception {
    String collection = "locks";
    try (LibraryIndex index = new SolrLibraryIndex(solr.settings(collection), null, System::nanoTime)) {
      LibraryIndexContract.put(index, true, "bridge", LibraryIndexContract.BRIDGE);
      Process holder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                  "org.pullquote.search.solr.LockHolder",
                  solr.zookeeperAddress(),
                  collection)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var out = holder.inputReader()) {
        assertEquals("locked", out.readLine());
        assertThrows(LibraryIndexException.Locked.class, () -> index.change(false));
        assertEquals(
            List.of(collection + "_1", collection + "_2"), made(collection, "/collections"));
      } finally {
        holder.destroyForcibly().waitFor();
      }
      assertEquals(List.of("bridge.txt"), LibraryIndexContract.found(index));
      boolean changed = false;
      while (!changed) {
        try {
          LibraryIndexContract.put(index, true, "museum", LibraryIndexContract.MUSEUM);
          changed = true;
        } catch (LibraryIndexException.Locked e) {
          Thread.sleep(200);
        }
      }
      assertEquals(List.of("museum.txt"), LibraryIndexContract.found(index));
      assertEquals(List.of(collection + "_3"), made(collection, "/collections"));
      assertEquals(List.of(collection + "_3"), made(collection, "/configs"));
    }
  }

  private static List<String> made(String collection, String folder) throws Exception {
    return solr.children(folder).stream().filter(name -> name.startsWith(collection)).toList();
  }
}
