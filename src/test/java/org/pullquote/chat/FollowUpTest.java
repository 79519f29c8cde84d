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
      })
  void takesFromTheQuestionBeforeWhatIsMissing(String question, boolean subject, boolean others) {
    assertEquals(new FollowUp(subject, others), FollowUp.of(question));
  }
}
