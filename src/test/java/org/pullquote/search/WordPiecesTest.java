package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

  private static final WordPieces PIECES =
      new WordPieces(
          List.of(
              "[CLS]", "[SEP]", "[UNK]", "kim", "jong", "-", "un", "##aff", "##able", "cafe", "日",
              ".", "u", "s"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kim Jong-un | Kim,Jong,-,un",
        "unaffable | un,aff,able",
        "Café. | Café,.",
        "日日 | 日,日",
        "xyz kim | xyz,Kim",
        "U.S. | U,.,S,.",
        "  kim \u200b un | kim,un",
        "😀 kim | 😀,kim",
      })
  void cutsAtThePlacesOfTheText(String text, String expected) {
    assertEquals(
        expected.toLowerCase(Locale.ROOT),
        PIECES.of(text).stream()
            .map(piece -> piece.span().in(text))
            .collect(Collectors.joining(","))
            .toLowerCase(Locale.ROOT));
  }

  @Test
  void numbersPiecesByTheirPlaceInTheVocabulary() {
    assertEquals(
        List.of(6, 7, 8), PIECES.of("unaffable").stream().map(WordPieces.Piece::id).toList());
    assertEquals(2, PIECES.of("zebra").getFirst().id());
    assertEquals(1, PIECES.id("[SEP]"));
    assertThrows(IllegalArgumentException.class, () -> PIECES.id("[MASK]"));
  }
}
