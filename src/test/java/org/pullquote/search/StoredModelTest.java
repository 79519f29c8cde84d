package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.article.Span;

class StoredModelTest {

  @TempDir private Path folder;

  /** Counts what it reads. */
  private static final class Counting implements TextModel {
    private final String name;
    private final List<String> read = new ArrayList<>();

    Counting(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<PassageVectors> passages(String title, List<String> texts) {
      read.addAll(texts);
      return texts.stream().map(Counting::vectors).toList();
    }

    private static PassageVectors vectors(String text) {
      float x = text.length();
      return new PassageVectors(
          new float[] {x, 1},
          new float[][] {{x, 2}, {x, 3}},
          new float[][] {{x, 4}, {x, 5}},
          new float[][] {{x, 6}, {x, 7}},
          new float[] {x, 8},
          RoundedVectors.of(new float[][] {{x, 9}, {x, 10}}),
          List.of(new Span(0, 1), new Span(0, 0)));
    }

    @Override
    public List<float[]> meanings(String title, List<String> texts) {
      read.addAll(texts);
      return texts.stream().map(text -> new float[] {text.length(), 1}).toList();
    }

    @Override
    public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
      throw new UnsupportedOperationException();
    }

    @Override
    public QuestionVectors question(String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private List<String> readFor(Counting model, String title, String... texts) {
    model.read.clear();
    List<PassageVectors> found =
        new StoredModel(model, folder.resolve("vectors")).passages(title, List.of(texts));
    for (int i = 0; i < texts.length; i++) {
      PassageVectors expected = Counting.vectors(texts[i]);
      assertArrayEquals(expected.meaning(), found.get(i).meaning());
      assertArrayEquals(expected.tokens(), found.get(i).tokens());
      assertArrayEquals(expected.starts(), found.get(i).starts());
      assertArrayEquals(expected.ends(), found.get(i).ends());
      assertArrayEquals(expected.none(), found.get(i).none());
      assertArrayEquals(expected.states().encoded(), found.get(i).states().encoded());
      assertEquals(expected.pieces(), found.get(i).pieces());
    }
    return List.copyOf(model.read);
  }

  @Test
  void readsNothingAgainAndOnlyWhatChanged() {
    Counting model = new Counting("m");
    assertEquals(List.of("a", "bb"), readFor(model, "T", "a", "bb"));
    assertEquals(List.of(), readFor(model, "T", "a", "bb"));
    assertEquals(List.of("ccc"), readFor(model, "T", "a", "ccc", "bb"));
    assertEquals(List.of("a"), readFor(model, "other title", "a"));
    assertEquals(List.of("a"), readFor(new Counting("n"), "T", "a"), "another model");
  }

  @Test
  void keepsSentencesApartFromPassages() {
    Counting model = new Counting("m");
    StoredModel stored = new StoredModel(model, folder.resolve("vectors"));
    stored.passages("T", List.of("a"));
    stored.meanings("T", List.of("a", "bb"));
    assertEquals(List.of("a", "a", "bb"), model.read);
    List<float[]> again = stored.meanings("T", List.of("bb", "a"));
    assertEquals(List.of("a", "a", "bb"), model.read);
    assertArrayEquals(new float[] {2, 1}, again.getFirst());
  }

  @Test
  void readsATextThatStandsTwiceOnce() {
    assertEquals(List.of("a"), readFor(new Counting("m"), "T", "a", "a"));
  }

  @Test
  void readsAgainWhereTheIndexIsBroken() throws IOException {
    Counting model = new Counting("m");
    readFor(model, "T", "a");
    try (Stream<Path> files = Files.list(folder.resolve("vectors"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "broken");
      }
    }
    assertEquals(List.of("a"), readFor(model, "T", "a"));
  }

  @Test
  void readsWhereItCannotKeep() throws IOException {
    Files.writeString(folder.resolve("vectors"), "a file where the folder should be");
    assertEquals(List.of("a"), readFor(new Counting("m"), "T", "a"));
  }
}
