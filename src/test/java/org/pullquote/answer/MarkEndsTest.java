package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Span;

class MarkEndsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | the mayor Jane Doe, before leaving for Larkhaven | the mayor Jane Doe",
        "PERSON | John Roe, according to a statement | John Roe",
        "PERSON | the minister as Jane Doe | the minister",
        "PERSON | the police as a whole | the police as a whole",
        // What comes first names nobody.
        "PERSON | on the same day, before Jane Doe spoke | on the same day, before Jane Doe spoke",
        "PERSON | Jane Doe, the mayor | Jane Doe, the mayor",
        // Asked for something else, what follows may be it.
        "TIME | on Monday, after the vote | on Monday, after the vote",
      })
  void leavesOffWhatOnlySaysMore(AnswerType type, String mark, String left) {
    String text = "It was " + mark + ".";
    Span span = new Span(7, 7 + mark.length());
    assertEquals(left, MarkEnds.cut(text, span, type).in(text));
  }
}
