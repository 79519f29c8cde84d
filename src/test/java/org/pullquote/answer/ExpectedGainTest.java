package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Span;

class ExpectedGainTest {

  private static final String TEXT = "The old bridge by the mill burned on a cold night in May.";

  /** Words that may answer, each with how likely it is, in tenths. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One that is likelier than all others together
        "May=8; old bridge=1; bridge=1 | May",
        // Several in one place against one
        "May=4; old bridge=3; bridge by the mill=3 | old bridge",
        // What all of those share, where they are as likely
        "old=2; old bridge=3; old bridge by the mill=2; May=3 | old bridge",
        // Articles are no words
        "bridge=5; The old bridge=5 | bridge",
        // Nothing to choose from
        "cold night=10 | cold night",
      })
  void choosesWhatSharesMostWithAllThatIsLikely(String candidates, String expected) {
    List<String[]> each =
        Arrays.stream(candidates.split("; ")).map(candidate -> candidate.split("=")).toList();
    List<Span> spans = each.stream().map(candidate -> place(candidate[0])).toList();
    double[] sums =
        each.stream()
            .mapToDouble(candidate -> Math.log(Double.parseDouble(candidate[1]) / 10))
            .toArray();
    assertEquals(expected, spans.get(new ExpectedGain(TEXT, spans).best(sums)).in(TEXT));
  }

  private static Span place(String words) {
    int at = TEXT.indexOf(words);
    return new Span(at, at + words.length());
  }
}
