package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.chat.FollowUp.Part;

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
        "and where? | Who met Jane Doe? | met Jane Doe?",
        "when was that | and who did Jane Doe meet | did Jane Doe meet",
        "on what? | How many people met? | people met?",
        "which city | Did Jane Doe meet the mayor? | Did Jane Doe meet the mayor?",
        "who is she? | Who met the mayor? | Who met the mayor?",
        "who else? | Who met the mayor? | Who met the mayor?",
        "more | Who met the mayor? | Who met the mayor?",
        "who welcomed him? | Where did Roe go? | Where did Roe go?",
      })
  void putsItsQuestionWordInPlaceOfTheOneBefore(String question, String before, String asked) {
    assertEquals(asked, FollowUp.of(question).asked(before));
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
    assertEquals(
        expected, FollowUp.withNames(question, Map.of(Part.SUBJECT, name, Part.OBJECT, name)));
  }

  @Test
  void tellsTheOneWhoActsFromTheOther() {
    assertEquals(
        "what did Jane Doe tell John Roe?",
        FollowUp.withNames(
            "what did she tell him?", Map.of(Part.SUBJECT, "Jane Doe", Part.OBJECT, "John Roe")));
    assertEquals(
        "what did she tell John Roe?",
        FollowUp.withNames("what did she tell him?", Map.of(Part.OBJECT, "John Roe")));
  }

  @ParameterizedTest
  @CsvSource({
    "who welcomed him?, true",
    "when did she arrive?, true",
    "what did he say about it?, false",
    "did he give them any?, false",
  })
  void tellsWhetherANameWouldMakeItComplete(String question, boolean complete) {
    assertEquals(complete, FollowUp.pointsOnlyAt(question, FollowUp.pointsAt(question)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "and the prosecutors? | What did the mayor say? | What did the prosecutors say?",
        "what about Jane Doe? | When does the mayor arrive? | When does Jane Doe arrive?",
        "And the others? | Who won? |",
        "and where? | What did the mayor say? |",
        "and who won? | What did the mayor say? |",
        "Jane Doe? | What did the mayor say? |",
      })
  void asksTheSameOfSomebodyElse(String message, String before, @Nullable String expected) {
    assertEquals(Optional.ofNullable(expected), FollowUp.askedOf(message, before));
  }

  @ParameterizedTest
  @CsvSource({
    "Who welcomed Shoigu?, true",
    "who is the president?, true",
    "Which minister met Kim?, true",
    "Who did Kim meet?, false",
    "Where is Kim?, false",
    "What did she tell him?, false",
  })
  void tellsWhetherTheOneWhoActsIsAskedFor(String question, boolean expected) {
    assertEquals(expected, FollowUp.asksForSubject(question));
  }
}
