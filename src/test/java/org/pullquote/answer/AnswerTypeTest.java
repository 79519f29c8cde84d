package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who welcomed the minister? | PERSON",
        "with whom did she talk | PERSON",
        "Which minister laid a wreath? | PERSON",
        "where did they meet | PLACE",
        "Which country bought shells? | COUNTRY",
        "what two nations signed | COUNTRY",
        "in which city did they sign | PLACE",
        "When did it open? | TIME",
        "how old is the bridge? | TIME",
        "what time did it open? | CLOCK",
        "How long did it take? | DURATION",
        "which day was it | TIME",
        "How many people came? | NUMBER",
        "what percentage agreed | NUMBER",
        "Why did it close? | REASON",
        "what was the reason | REASON",
        "What did the mayor open? | OTHER",
        "the whole story | OTHER",
      })
  void tellsWhatIsAskedFor(String question, AnswerType type) {
    assertEquals(type, AnswerType.of(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | the bridge was opened by Jane Doe of Leeds | Jane Doe of Leeds",
        "PERSON | it is a risk, analysts say | analysts",
        "COUNTRY | the joint US-South Korean drills | US-South Korean",
        "PLACE | they met on the tarmac at Leeds airport | on the tarmac at Leeds airport",
        "TIME | it opened on Tuesday night in rain | on Tuesday night",
        "TIME | it closed last year | last year",
        "TIME | it opened on 3 May 1984 | on 3 May 1984",
        "CLOCK | it opened at 9.30am on Monday | 9.30am",
        "DURATION | it took more than two years to build | more than two years",
        "NUMBER | it cost $3.4bn to build | $3.4bn",
        "NUMBER | it killed and injured millions | millions",
        "REASON | it closed because of rain. It reopened. | because of rain",
      })
  void findsWordsOfAType(AnswerType type, String text, String expected) {
    assertEquals(expected, type.find(text).getFirst().in(text));
  }

  @ParameterizedTest
  @CsvSource({"OTHER, Jane Doe came on Monday", "TIME, nobody came", "NUMBER, nobody came"})
  void findsNothingWhereThereIsNothing(AnswerType type, String text) {
    assertEquals(0, type.find(text).size());
  }
}
