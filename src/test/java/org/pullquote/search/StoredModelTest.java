package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private long most = 1 << 30;

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
    public List<PassageVectors> passages(String title, List<PassageText> texts) {
      texts.forEach(text -> read.add(text.text()));
      return texts.stream().map(text -> vectors(text.text())).toList();
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
          List.of(new Span(0, 1), new Span(0, 0)),
          List.of(new float[] {x, 11}, new float[] {x, 12}));
    }

    @Override
    public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
      throw new UnsupportedOperationException();
    }

    @Override
    public QuestionVectors question(String text) {
      read.add(text);
      float[] x = {text.length()};
      return new QuestionVectors(x, new float[0][], x, x, x, new float[0][]);
    }

    @Override
    public void close() {}
  }

  private StoredModel stored(TextModel model) {
    return new StoredModel(model, folder.resolve("vectors"), most);
  }

  private static List<PassageText> texts(String... texts) {
    return Stream.of(texts).map(PassageText::of).toList();
  }

  private List<String> readFor(Counting model, String title, String... texts) {
    model.read.clear();
    List<PassageVectors> found = stored(model).passages(title, texts(texts));
    for (int i = 0; i < texts.length; i++) {
      PassageVectors expected = VectorFields.rounded(Counting.vectors(texts[i]));
      assertArrayEquals(expected.meaning(), found.get(i).meaning());
      assertArrayEquals(expected.tokens(), found.get(i).tokens());
      assertArrayEquals(expected.starts(), found.get(i).starts());
      assertArrayEquals(expected.ends(), found.get(i).ends());
      assertArrayEquals(expected.none(), found.get(i).none());
      assertArrayEquals(expected.states().encoded(), found.get(i).states().encoded());
      assertEquals(expected.pieces(), found.get(i).pieces());
      assertEquals(2, found.get(i).sentences().size());
      assertArrayEquals(expected.sentences().getLast(), found.get(i).sentences().getLast());
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
  void readsAQuestionOnceForSeveralArticles() {
    Counting model = new Counting("m");
    StoredModel stored = stored(model);
    for (String question : List.of("Who?", "Who?", "When?", "When?", "Who?")) {
      assertEquals(question.length(), stored.question(question).meaning()[0]);
    }
    assertEquals(List.of("Who?", "When?", "Who?"), model.read);
  }

  @Test
  void readsOtherSentencesAgain() {
    Counting model = new Counting("m");
    stored(model).passages("T", List.of(new PassageText("a b", List.of(new Span(0, 1)))));
    stored(model).passages("T", List.of(new PassageText("a b", List.of(new Span(0, 1)))));
    assertEquals(List.of("a b"), model.read);
    stored(model).passages("T", List.of(new PassageText("a b", List.of(new Span(0, 3)))));
    assertEquals(List.of("a b", "a b"), model.read);
  }

  @Test
  void keepsWhatIsAskedForAndForgetsTheRestWhereThereIsNoRoom() throws IOException {
    most = 40_000;
    Counting model = new Counting("m");
    readFor(model, "T", "kept");
    readFor(model, "T", "forgotten");
    for (int i = 0; i < 100; i++) {
      assertEquals(List.of("text " + i), readFor(model, "T", "text " + i));
      assertEquals(List.of(), readFor(model, "T", "kept"));
    }
    assertEquals(List.of("forgotten"), readFor(model, "T", "forgotten"));
    try (Stream<Path> files = Files.walk(folder.resolve("vectors"))) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      assertTrue(bytes < 2 * most, bytes + " bytes");
    }
  }

  @Test
  void keepsNothingOfWhatIsOnlyToBeFoundWhereThereIsNoRoom() {
    Counting model = new Counting("m");
    stored(model).meanings("T", texts("a"));
    assertEquals(List.of(), readFor(model, "T", "a"), "there is room");
    most = 1;
    assertArrayEquals(new float[] {2, 1}, stored(model).meanings("T", texts("a", "bb")).getLast());
    assertEquals(List.of("bb"), model.read);
    assertEquals(List.of("bb"), readFor(model, "T", "bb"));
  }

  @Test
  void forgetsWhatAnEarlierVersionKept() throws IOException {
    Path before = folder.resolve("vectors").resolve("segments_1");
    Files.createDirectories(before.getParent());
    Files.writeString(before, "another layout");
    readFor(new Counting("m"), "T", "a");
    assertFalse(Files.exists(before));
  }

  @Test
  void readsATextThatStandsTwiceOnce() {
    assertEquals(List.of("a"), readFor(new Counting("m"), "T", "a", "a"));
  }

  @Test
  void readsAgainWhereTheIndexIsBroken() throws IOException {
    Counting model = new Counting("m");
    readFor(model, "T", "a");
    try (Stream<Path> files = Files.list(folder.resolve("vectors").resolve("recent"))) {
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
