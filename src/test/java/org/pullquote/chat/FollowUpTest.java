package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "and where? | true | false",
        "when was that? | true | false",
        "who welcomed him? | true | false",
        "who else did he meet? | true | true",
        "what else? | true | true",
        "more? | true | true",
        "Who laid a wreath? | false | false",
        "Who else took part in the ceremony? | false | false",
        "What is Victory Day? | false | false",
        "Are there more than 70 years since the armistice? | false | false",
        "Who said that the talks will help? | false | false",
        "did he say more than that? | true | false",
        "tell me more | true | true",
        "photographer? | true | false",
        "which city? | true | false",
        "who says so? | true | false",
      })
  void takesFromTheQuestionBeforeWhatIsMissing(String question, boolean subject, boolean others) {
    FollowUp followUp = FollowUp.of(question);
    assertEquals(subject, followUp.takesSubject());
    assertEquals(others, followUp.wantsOthers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who welcomed him? | Jane Doe | who welcomed Jane Doe?",
        "what did she say? | Jane Doe | what did Jane Doe say?",
        "what's her job? | Jane Doe | what's Jane Doe’s job?",
        "who met her in Paris? | Jane Doe | who met Jane Doe in Paris?",
        "and his deputy? | John Roe | and John Roe’s deputy?",
        "who is Sheila? | Jane Doe | who is Sheila?",
      })
  void putsANameInPlaceOfAPronoun(String question, String name, String expected) {
    assertEquals(expected, FollowUp.withName(question, name));
  }

  @ParameterizedTest
  @CsvSource({
    "Who welcomed Shoigu?, true",
    "who is the president?, true",
    "Which minister met Kim?, true",
    "Who did Kim meet?, false",
    "Where is Kim?, false",
  })
  void tellsWhetherTheOneWhoActsIsAskedFor(String question, boolean expected) {
    assertEquals(expected, FollowUp.asksForSubject(question));
  }
}
