package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.search.Match;
import org.pullquote.search.Phrase;

class MarkerTest {

  /** Phrases in the order of the model's liking, each one logit behind the one before. */
  private static Match match(String text, String phrases) {
    Passage passage = Fixtures.paragraphs(text).passages().getFirst();
    List<Phrase> found = new ArrayList<>();
    for (String phrase : phrases.split(";")) {
      int at = text.indexOf(phrase);
      found.add(new Phrase(new Span(at, at + phrase.length()), -found.size()));
    }
    return new Match(passage, Map.of(), List.of(), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What opened? | The bridge opened. | bridge | bridge",
        "Who opened it? | The bridge was opened by Jane Doe. | The bridge;Doe | Jane Doe",
        "When did it open? | The bridge opened on Monday night. | bridge;Monday | on Monday night",
        "Did the bridge open? | The bridge opened, at last. | bridge;at last | at last",
        "What is new? | A well-known bridge. | known | well-known",
      })
  void marksWordsThatAnswerAndNotThoseThatWereAsked(
      String question, String text, String phrases, String marked) {
    Match match = match(text, phrases);
    assertEquals(
        List.of(marked),
        new Marker(question)
            .mark(match.passage(), match.phrases()).stream().map(span -> span.in(text)).toList());
  }

  @ParameterizedTest
  @CsvSource({"Who took the photo?"})
  void marksNothingWhereTheCreditAnswers(String question) {
    Passage passage = Fixtures.paragraphs("A man walks past.").passages().getFirst();
    Phrase beyond = new Phrase(new Span(20, 27), 3);
    assertEquals(List.of(), new Marker(question).mark(passage, List.of(beyond)));
  }
}
