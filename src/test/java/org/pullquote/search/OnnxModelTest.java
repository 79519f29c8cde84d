package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;

class OnnxModelTest {

  private static final String TITLE = "Larkhaven gets its bridge back";
  private static final String OPENED =
      "The mayor of Larkhaven, Edda Quill, opened a new footbridge over the Tamsin on Tuesday.";
  private static final String COST = "It cost 4.2 million crowns and took three years to build.";

  private final TextModel model = Fixtures.model();

  private Reading read(String question, String text) {
    PassageVectors passage = model.passages(TITLE, List.of(PassageText.of(text))).getFirst();
    return model.read(model.question(question), passage).orElseThrow();
  }

  private String answer(String question, String text) {
    return read(question, text).phrases().getFirst().span().in(text);
  }

  @Test
  void findsTheWordsThatAnswer() {
    String mayor = answer("Who opened the footbridge?", OPENED);
    assertTrue("The mayor of Larkhaven, Edda Quill".contains(mayor), mayor);
    assertEquals("Tuesday", answer("When was the footbridge opened?", OPENED));
    String cost = answer("How much did the bridge cost?", COST);
    assertTrue("4.2 million crowns".contains(cost), cost);
  }

  @Test
  void tellsWhatAnswersFromWhatDoesNot() {
    String question = "How much did the bridge cost?";
    assertTrue(read(question, COST).relevance() > read(question, OPENED).relevance());
    assertTrue(read(question, COST).answer() > read(question, OPENED).answer());
  }

  @Test
  void readsTheSameEveryTime() {
    Reading once = read("Who opened it?", OPENED);
    Reading again = read("Who opened it?", OPENED);
    assertEquals(once.relevance(), again.relevance());
    assertEquals(once.phrases(), again.phrases());
  }

  @Test
  void readsPassagesSideBySideAsEachByItself() {
    List<PassageText> texts =
        IntStream.range(0, 12).mapToObj(i -> PassageText.of(COST + OPENED.repeat(i % 5))).toList();
    try (OnnxModel model = new OnnxModel(false)) {
      List<PassageVectors> together = model.passages(TITLE, texts);
      for (int i = 0; i < texts.size(); i++) {
        PassageVectors alone = model.passages(TITLE, List.of(texts.get(i))).getFirst();
        assertArrayEquals(alone.meaning(), together.get(i).meaning());
        assertArrayEquals(alone.tokens(), together.get(i).tokens());
      }
    }
  }

  @Test
  void readsALongPassageWindowByWindow() {
    String text = "Nothing of note was said that day. ".repeat(60) + COST;
    String cost = answer("How much did the bridge cost?", text);
    assertTrue(cost.contains("4.2 million crowns"), cost);
  }

  @Test
  void readsByAnotherReader() throws IOException {
    byte[] file;
    try (InputStream resource = OnnxModel.class.getResourceAsStream("reader.onnx")) {
      file = resource.readAllBytes();
    }
    PassageVectors passage = model.passages(TITLE, List.of(PassageText.of(COST))).getFirst();
    QuestionVectors question = model.question("How much did the bridge cost?");
    try (OnnxModel apart = new OnnxModel(false);
        TextModel other = new OtherReader(apart, file)) {
      assertEquals(
          model.read(question, passage).orElseThrow().phrases(),
          other.read(question, passage).orElseThrow().phrases());
    }
    assertThrows(IllegalStateException.class, () -> new OtherReader(model, new byte[] {1}));
  }

  @Test
  void readsNothingTogetherWhereItIsNotTo() {
    try (OnnxModel apart = new OnnxModel(false)) {
      PassageVectors passage = apart.passages(TITLE, List.of(PassageText.of(COST))).getFirst();
      assertEquals(Optional.empty(), apart.read(apart.question("How much?"), passage));
      assertFalse(passage.pieces().isEmpty());
    }
  }
}
