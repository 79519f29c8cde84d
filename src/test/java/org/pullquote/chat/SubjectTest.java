package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Attribution;
import org.pullquote.answer.Context;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;

class SubjectTest {

  private static final Article ARTICLE =
      Fixtures.paragraphs(
          "Jane Doe, the mayor, met John Roe in Larkhaven on Monday.",
          "“It went well,” Jane Doe said. She praised the harbour.",
          "John Roe, a builder, left on Tuesday.");

  private static final WhoIsWho NAMES = WhoIsWho.of(ARTICLE, List.of());

  /** A subject after one question that was answered with words of the first paragraph. */
  private static Subject after(String question, String answer) {
    Passage passage = ARTICLE.passages().getFirst();
    int at = passage.text().indexOf(answer);
    Evidence evidence =
        new Evidence(
            Quote.of(ARTICLE, passage, passage.whole()),
            List.of(new Span(at, at + answer.length())),
            new Attribution(passage, null, null, false, null),
            1);
    Subject subject = new Subject(ARTICLE, NAMES);
    subject.remember(
        new Subject.Resolved(question, Context.NONE),
        new Quoted(List.of(evidence), List.of(passage), 1));
    return subject;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who did Jane Doe meet? | John Roe | who welcomed her? | who welcomed Jane Doe?",
        "Who did Jane Doe meet? | John Roe | who is he? | who is John Roe?",
        "Who met John Roe? | Jane Doe | what did she tell him? | what did Jane Doe tell John Roe?",
        "Who did Jane Doe meet? | John Roe | what did Jane tell him? | what did Jane tell John Roe?",
        "What did Jane Doe say? | Monday | and John Roe? | What did John Roe say?",
        "Where did Jane Doe go? | Larkhaven | more? | Where did Jane Doe go?",
        "Who met John Roe? | Jane Doe | What is Larkhaven? | What is Larkhaven?",
        "Who met John Roe? | Jane Doe | Did the prosecutor get the term he wanted? | Did the prosecutor get the term he wanted?",
        "Who did Jane Doe meet? | John Roe | Did Jane Doe say he was late? | Did Jane Doe say John Roe was late?",
        "Who did Jane Doe meet? | John Roe | What did the mayor say about his house? | What did the mayor say about John Roe’s house?",
        "Who did Jane Doe meet? | John Roe | Did Jane Doe say she was late? | Did Jane Doe say she was late?",
        "Who met John Roe? | Jane Doe | Did John bring his dog? | Did John bring his dog?",
        "Who met John Roe? | Jane Doe | Did the bridge open where she wanted? | Did the bridge open where Jane Doe wanted?",
      })
  void putsInWhatIsMissing(String before, String answer, String message, String expected) {
    assertEquals(expected, after(before, answer).resolve(message).question());
  }

  @Test
  void goesOnFromWhatIsRemembered() {
    Topic topic = after("Who did Jane Doe meet?", "John Roe").topic();
    Subject elsewhere = new Subject(ARTICLE, NAMES, topic);
    assertEquals("who is John Roe?", elsewhere.resolve("who is he?").question());
    assertEquals("who welcomed Jane Doe?", elsewhere.resolve("who welcomed her?").question());
    assertEquals(Set.of("p1"), elsewhere.resolve("who else did she meet?").context().seen());
  }

  @Test
  void goesOnFromAPassagePointedAt() {
    Subject subject = new Subject(ARTICLE, NAMES);
    subject.pointAt(ARTICLE.passages().get(2));
    Subject elsewhere = new Subject(ARTICLE, NAMES, subject.topic());
    assertEquals("who did John Roe meet?", elsewhere.resolve("who did he meet?").question());
  }

  @Test
  void searchesByTheQuestionBeforeOnlyWhatIsNotCompleteWithAName() {
    Subject subject = after("Who did Jane Doe meet?", "John Roe");
    assertEquals("", subject.resolve("when did she arrive?").context().words());
    assertEquals("did Jane Doe meet?", subject.resolve("and where?").context().words());
  }

  @Test
  void neverShowsAgainWhatWasShownWhereOthersAreAskedFor() {
    Subject subject = after("Who did Jane Doe meet?", "John Roe");
    assertEquals(Set.of("p1"), subject.resolve("who else did she meet?").context().seen());
    assertEquals(Set.of("p1"), subject.resolve("more?").context().seen());
    assertEquals(Set.of(), subject.resolve("and where?").context().seen());
  }

  /** "Where?" stands between: "who else?" asks again what it followed upon. */
  @Test
  void asksAgainWhatABareQuestionFollowedUpon() {
    Subject subject = after("Who did Jane Doe meet?", "John Roe");
    Passage passage = ARTICLE.passages().getFirst();
    Evidence evidence =
        new Evidence(
            Quote.of(ARTICLE, passage, passage.whole()),
            List.of(),
            new Attribution(passage, null, null, false, null),
            1);
    subject.remember(subject.resolve("where?"), new Quoted(List.of(evidence), List.of(passage), 1));
    Subject.Resolved again = subject.resolve("who else?");
    assertEquals("Who did Jane Doe meet?", again.question());
    assertEquals("", again.context().words());
  }

  @Test
  void asksForOthersThanAPassagePointedAt() {
    Subject subject = new Subject(ARTICLE, NAMES);
    subject.pointAt(ARTICLE.passages().get(1));
    Subject.Resolved others = subject.resolve("who else?");
    assertEquals("who else?", others.question());
    assertEquals(Set.of("p2"), others.context().seen());
  }

  @Test
  void aNewTopicInheritsNothing() {
    assertEquals(
        Context.NONE,
        after("Who met John Roe?", "Jane Doe").resolve("What is Larkhaven?").context());
  }
}
