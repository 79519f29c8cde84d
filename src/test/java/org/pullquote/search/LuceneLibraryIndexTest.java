package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.search.LibraryIndex.Changes;

class LuceneLibraryIndexTest extends LibraryIndexContract {

  private final Directory directory = new ByteBuffersDirectory();

  @Override
  LuceneLibraryIndex open(@Nullable TextModel model) {
    return new LuceneLibraryIndex(directory, "x", model);
  }

  /**
   * No word in common: the score is the best passage's by its floats, whatever the index rounds.
   */
  @Test
  void ordersByMeaningAsExactlyAsTheModelGivesIt() {
    String question = "Which exhibition building shut down?";
    TextModel model = Fixtures.model();
    try (LuceneLibraryIndex index = open(model)) {
      put(index, false, "bridge", BRIDGE);
      put(index, false, "museum", MUSEUM);
      try (Changes changes = index.change(false)) {
        // A part of the index without a vector.
        changes.putFault(
            new IndexedFile("odd.json", "odd", "odd", "", "digest", 7, null, "odd.json: is odd"));
        changes.commit();
      }
      index.refresh();
      List<LikelyArticle> likely = index.likely(Query.of(question), 5);
      assertEquals(
          List.of("museum", "bridge"), likely.stream().map(each -> each.file().name()).toList());
      assertEquals(
          nearness(model, question, BRIDGE) / nearness(model, question, MUSEUM),
          likely.getLast().score() / likely.getFirst().score(),
          1e-6);
    }
  }

  /** Of the nearest passage: Lucene's score for a cosine. */
  private static double nearness(TextModel model, String question, Article article) {
    float[] asked = model.question(question).meaning();
    return ArticleVectors.meanings(model, article).stream()
        .mapToDouble(meaning -> (1 + VectorUtil.dotProduct(asked, meaning)) / 2)
        .max()
        .orElseThrow();
  }

  /** A disk that is full, or pulled out, after so many files were begun or synchronised. */
  private static final class FailingDirectory extends FilterDirectory {
    private int left;

    FailingDirectory(Directory directory, int left) {
      super(directory);
      this.left = left;
    }

    private void use() throws IOException {
      if (left-- <= 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      use();
      return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      use();
      super.sync(names);
    }

    @Override
    public void rename(String source, String destination) throws IOException {
      use();
      super.rename(source, destination);
    }
  }

  /** Fails at each step in turn: what is found then is the old or the new, and all of it. */
  @Test
  void isTheOldOrTheNewWhereverTheDiskFails() {
    boolean failed = true;
    int step = 0;
    for (; failed; step++) {
      Directory disk = new ByteBuffersDirectory();
      put(new LuceneLibraryIndex(disk, "x", null), false, "bridge", BRIDGE);
      LuceneLibraryIndex failing =
          new LuceneLibraryIndex(new FailingDirectory(disk, step), "x", null);
      failed = false;
      try {
        put(failing, false, "bridge", MUSEUM);
      } catch (LibraryIndexException e) {
        failed = true;
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
      }
      LuceneLibraryIndex after = new LuceneLibraryIndex(disk, "x", null);
      Article whole =
          after.named("bridge").orElseThrow().article().edition().equals(BRIDGE.edition())
              ? BRIDGE
              : MUSEUM;
      assertEquals(1, after.size());
      String question = whole == BRIDGE ? "boats on the river" : "nobody came";
      String other = whole == BRIDGE ? "nobody came" : "boats on the river";
      assertEquals(1, after.likely(Query.of(question), 5).size(), "step " + step);
      assertEquals(0, after.likely(Query.of(other), 5).size(), "step " + step);
      if (!failed) {
        assertEquals(MUSEUM, whole, "what was committed is there");
      }
    }
    assertTrue(step > 5, "the disk failed at some steps");
  }

  @Test
  void saysWhatToDoWhereItIsDamaged() throws IOException {
    Directory disk = new ByteBuffersDirectory();
    put(new LuceneLibraryIndex(disk, "x", null), false, "bridge", BRIDGE);
    for (String file : disk.listAll()) {
      if (file.startsWith("segments")) {
        disk.deleteFile(file);
        try (IndexOutput out = disk.createOutput(file, IOContext.DEFAULT)) {
          out.writeString("noise");
        }
      }
    }
    LuceneLibraryIndex damaged = new LuceneLibraryIndex(disk, "x", null);
    LibraryIndexException said = assertThrows(LibraryIndexException.class, damaged::size);
    assertTrue(said.getMessage().contains("reindex"), said.getMessage());
    put(damaged, true, "museum", MUSEUM);
    assertEquals(1, new LuceneLibraryIndex(disk, "x", null).size());
  }
}
