package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

class NearnessTest {

  private static final String TEXT =
      "Roe built the pier in May, and Doe sold it to the mill. The mill burned.";

  private static final Passage PASSAGE = Fixtures.paragraphs(TEXT).passages().getFirst();

  /** The distance in words; 30 where the sentence has none of the words that are asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Roe | built | 1",
        "May | built | 4",
        "Doe | built;sold | 1",
        "May | sold | 3",
        // What is asked within the words does not count
        "Doe sold it | sold | 30",
        // Nor what is asked in another sentence
        "Roe | burned | 30",
        "Roe | | 30",
      })
  void countsTheWordsToTheNearestThatIsAsked(String words, String asked, int distance) {
    List<Span> spans =
        asked == null ? List.of() : Stream.of(asked.split(";")).map(NearnessTest::place).toList();
    assertEquals(
        -Math.log(distance) / Math.log(30), Nearness.of(place(words), spans, PASSAGE), 1e-9);
  }

  private static Span place(String words) {
    int at = TEXT.indexOf(words);
    return new Span(at, at + words.length());
  }
}
