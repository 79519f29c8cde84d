package org.pullquote.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;

class MeetingsTest {

  static List<Meeting> meetings(String text) {
    return meetings(Fixtures.article(text));
  }

  static List<Meeting> meetings(Article article) {
    return Meetings.of(article, WhoIsWho.of(article, List.of()));
  }

  /** "Anna Holt + Peter Lund @ Oslo, Friday": pairs with ";" between, then place and day. */
  static String shown(Meeting meeting) {
    String text = meeting.passage().text();
    String pairs =
        meeting.pairs().stream()
            .map(pair -> pair.one().span().in(text) + " + " + pair.other().span().in(text))
            .collect(Collectors.joining("; "));
    List<String> told = meeting.circumstances();
    return told.isEmpty() ? pairs : pairs + " @ " + String.join(", ", told);
  }

  static String shown(String text) {
    return meetings(text).stream().map(MeetingsTest::shown).collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '\u0000',
      value = {
        // Verbs
        "Anna Holt met Peter Lund in Oslo on Thursday. > Anna Holt + Peter Lund @ Oslo, Thursday",
        "Anna Holt met with union leaders in Oslo last week. > Anna Holt + union leaders @ Oslo, last week",
        "Anna Holt has met Peter Lund twice. > Anna Holt + Peter Lund",
        "Anna Holt was meeting Peter Lund when it rained. > Anna Holt + Peter Lund",
        "Anna Holt last met Peter Lund in 2019. > Anna Holt + Peter Lund @ 2019",
        "Anna Holt met only Peter Lund. > Anna Holt + Peter Lund",
        "Anna Holt flew to Oslo and met Peter Lund. > Anna Holt + Peter Lund",
        "Anna Holt sat down with Peter Lund on Monday. > Anna Holt + Peter Lund @ Monday",
        "Anna Holt sat down for talks with Peter Lund in Oslo. > Anna Holt + Peter Lund @ Oslo",
        "Anna Holt held talks with Danish ministers on fish. > Anna Holt + Danish ministers",
        "Anna Holt held a two-hour meeting in Oslo with Peter Lund. > Anna Holt + Peter Lund @ Oslo",
        "Anna Holt later met privately with dozens of war veterans. > Anna Holt + dozens of war veterans",
        // Each other
        "Anna Holt and Peter Lund met in Oslo on Tuesday night. > Anna Holt + Peter Lund @ Oslo, Tuesday night",
        "Anna Holt, Peter Lund and Robert Miller met. "
            + "> Anna Holt + Peter Lund; Anna Holt + Robert Miller; Peter Lund + Robert Miller",
        "Talks between Anna Holt and Peter Lund took place in Oslo. > Anna Holt + Peter Lund @ Oslo",
        "The fleet left after talks between Anna Holt and Peter Lund. > Anna Holt + Peter Lund",
        // Without a finite verb
        "Norway’s trade minister has pledged to buy fish after meeting Anna Holt on a rare visit. "
            + "> Norway’s trade minister + Anna Holt",
        "After meeting with the South’s most senior trade officials, Anna Holt said fish would be dear. "
            + "> Anna Holt + the South’s most senior trade officials",
        "After meeting Anna Holt in Oslo on Monday, Peter Lund flew home. > Peter Lund + Anna Holt @ Oslo, Monday",
        "Meeting Peter Lund in Oslo, Anna Holt smiled. > Anna Holt + Peter Lund @ Oslo",
        "Having met Peter Lund, Anna Holt left. > Anna Holt + Peter Lund",
        "Anna Holt visited Oslo, meeting Peter Lund and the mayor. > Anna Holt + Peter Lund; Anna Holt + the mayor",
        "“Good,” Anna Holt said after a meeting with Peter Lund. > Anna Holt + Peter Lund",
        "Following Anna Holt’s meeting with Peter Lund, the fleet left. > Anna Holt + Peter Lund",
        // Headlines and captions
        "H:Anna Holt meets Norway’s king / Anna Holt left. > Anna Holt + Norway’s king",
        "H:Anna Holt Meets Peter Lund In Oslo / Anna Holt left. Peter Lund left. > Anna Holt + Peter Lund @ Oslo",
        "C:Anna Holt, right, meets bishops Peter Lund, centre, and Robert Miller in 2006. / Anna Holt left. "
            + "> Anna Holt + Peter Lund; Anna Holt + Robert Miller @ 2006",
        "C:Anna Holt (left) meets Peter Lund. / Anna Holt left. > Anna Holt + Peter Lund",
        "C:Anna Holt greets her supporters during a meeting with leaders of farming unions at her office in Oslo. "
            + "/ Anna Holt left. Anna Holt, the mayor, won. > Anna Holt + leaders of farming unions @ her office in Oslo",
        "C:Anna Holt meets Peter Lund at the Royal Palace in Oslo, Norway, Tuesday, May 4, 2024. / Anna Holt left. "
            + "> Anna Holt + Peter Lund @ the Royal Palace in Oslo, Norway, Tuesday, May 4, 2024",
        // Who it was
        "Anna Holt, who arrived on Tuesday, met Peter Lund. > Anna Holt + Peter Lund",
        "Anna Holt met Peter Lund, the Norwegian minister, in Oslo. > Anna Holt + Peter Lund @ Oslo",
        "Anna Holt met her Danish counterpart, Peter Lund, in Oslo. > Anna Holt + Peter Lund @ Oslo",
        "Anna Holt and her team met Peter Lund. > Anna Holt + Peter Lund; her team + Peter Lund",
        "Anna Holt’s husband met Peter Lund’s wife. > Anna Holt’s husband + Peter Lund’s wife",
        "The husband of Anna Holt met Peter Lund. > The husband of Anna Holt + Peter Lund",
        "The officials who met Anna Holt on Friday left. > The officials + Anna Holt @ Friday",
        "Peter Lund, 44, left on Friday. He met Anna Holt in Denmark. > Peter Lund + Anna Holt @ Denmark",
        "Anna Holt told Peter Lund that Robert Miller met Emma Dahl. > Robert Miller + Emma Dahl",
        "Anna Holt met Peter Lund and Robert Miller said it was late. > Anna Holt + Peter Lund",
        // Where and when of something else
        "Anna Holt met Peter Lund after a parade in Denmark on Sunday. > Anna Holt + Peter Lund",
        "Anna Holt, who lives in Denmark, met Peter Lund. > Anna Holt + Peter Lund",
        "Anna Holt met Peter Lund and flew to Denmark on Monday. > Anna Holt + Peter Lund",
        "Anna Holt met Peter Lund. They dined in Oslo. > Anna Holt + Peter Lund",
        "On Friday, in Oslo, Anna Holt met Peter Lund. > Anna Holt + Peter Lund @ Oslo, Friday",
        "Anna Holt on Thursday met Peter Lund. > Anna Holt + Peter Lund @ Thursday",
      })
  void isStated(String text, String expected) {
    assertEquals(expected, shown(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Denied
        "Anna Holt did not meet Peter Lund in Oslo.",
        "Anna Holt never met Peter Lund.",
        "Anna Holt refused to meet Peter Lund.",
        "Anna Holt denied that she met Peter Lund.",
        "Anna Holt denied meeting Peter Lund.",
        "Anna Holt left Oslo without meeting Peter Lund.",
        "Anna Holt skipped a meeting with Peter Lund.",
        "There is no evidence that Anna Holt met Peter Lund.",
        "Neither Anna Holt nor Peter Lund met the mayor.",
        "Few leaders met Anna Holt.",
        // Planned, possible, doubted
        "Anna Holt hopes to meet Peter Lund.",
        "Anna Holt will meet Peter Lund on Friday.",
        "Anna Holt would have met Peter Lund.",
        "Anna Holt is meeting Peter Lund on Friday.",
        "Anna Holt meets Peter Lund on Friday.",
        "Anna Holt and Peter Lund agreed to meet in Oslo.",
        "Anna Holt proposed a meeting with Peter Lund.",
        "Anna Holt will resign after meeting Peter Lund.",
        "Anna Holt hopes to sign a deal after talks with Peter Lund.",
        "After meeting Peter Lund, Anna Holt will resign.",
        "A planned meeting between Anna Holt and Peter Lund was cancelled.",
        "A meeting with Peter Lund could help Anna Holt.",
        "Ahead of talks with Peter Lund, Anna Holt flew to Oslo.",
        "If Anna Holt met Peter Lund, the fleet would sail.",
        "Had Anna Holt met Peter Lund, she would be free.",
        "It is not known whether Anna Holt met Peter Lund.",
        "Anna Holt allegedly met Peter Lund in Oslo.",
        "Anna Holt claimed to have met Peter Lund.",
        "The claim that Anna Holt met Peter Lund is false.",
        "H:Anna Holt to meet Peter Lund / Anna Holt left. Peter Lund left.",
        "H:Anna Holt meets Peter Lund next week / Anna Holt left. Peter Lund left.",
        "H:Will Anna Holt meet Peter Lund? / Anna Holt left. Peter Lund left.",
        "Who says that Anna Holt met Peter Lund?",
        // Something else than a meeting
        "Anna Holt was met by Peter Lund at the harbour.",
        "Anna Holt was welcomed by Peter Lund in Oslo.",
        "Anna Holt invited Peter Lund to Oslo.",
        "Anna Holt joined a delegation in Oslo.",
        "Anna Holt sang for Peter Lund at a special event in Oslo.",
        "Anna Holt was seated near Peter Lund at a meeting of ministers.",
        "Anna Holt is in talks with Peter Lund.",
        "Anna Holt held virtual talks with Peter Lund.",
        "Anna Holt accused Peter Lund of having met Robert Miller.",
        "Anna Holt met Peter Lund in the second round.",
        "The Met Police questioned Anna Holt and Peter Lund.",
        "Anna Holt met the deadline.",
        "Anna Holt met with criticism from ministers.",
        "Anna Holt met Peter Lund’s demands.",
        "Anna Holt met the ministers’ demands.",
        "Anna Holt met official targets.",
        "Anna Holt met customer demand.",
        "Anna Holt met the press.",
        "Norway and Denmark held talks in Oslo.",
        // Not both stated
        "They met Peter Lund.",
        "“I met Peter Lund,” Anna Holt said.",
        "Anna Holt met him in Oslo.",
        "Peter Lund left. / He met Anna Holt.",
        "The two leaders met in Oslo.",
        "After meeting Anna Holt, he left.",
        "The talks will help Anna Holt and Peter Lund.",
        "Nobody from the party met Peter Lund.",
        // Not sure who
        "Anna Holt said Peter Lund was tired after meeting Robert Miller.",
        "Anna Holt praised Peter Lund and Robert Miller met Emma Dahl.",
        "Anna Holt promised help, the mayor of Oslo went on and met Peter Lund.",
        "Officials close to Anna Holt met Peter Lund.",
      })
  void isNotStated(String text) {
    assertEquals("", shown(text));
  }

  @Test
  void knowsWhoTheyAre() {
    Meeting meeting = meetings("Anna Holt left. / Ms Holt met Danish farmers.").getFirst();
    assertEquals("Ms Holt", meeting.side().getFirst().span().in(meeting.passage().text()));
    assertTrue(meeting.side().getFirst().entity() != null);
    assertTrue(meeting.otherSide().getFirst().entity() == null);
  }

  @Test
  void evidenceIsTheWordsThatStateIt() {
    Meeting meeting =
        meetings(
                "It rained. Anna Holt, the mayor, met Peter Lund in Oslo on Friday to sign a deal.")
            .getFirst();
    assertEquals(
        "Anna Holt, the mayor, met Peter Lund in Oslo on Friday",
        meeting.evidence().in(meeting.passage().text()));
  }

  @Test
  void aMeetingNeedsTwo() {
    Passage passage = Fixtures.article("Anna Holt left.").passages().getFirst();
    Participant holt = new Participant(new Span(0, 9), null);
    Participant outside = new Participant(new Span(10, 99), null);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Meeting(passage, passage.whole(), List.of(holt), List.of(), null, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Meeting(passage, passage.whole(), List.of(holt), List.of(outside), null, null));
  }

  @Test
  void theArticleOfTheProduct() {
    List<Meeting> meetings = meetings(Fixtures.ARTICLE);
    assertEquals(
        List.of(
            "headline Kim Jong-un + Russia’s defence minister",
            "c1 Sergei Shoigu + Kim Jong-un @ Pyongyang, Thursday",
            "p1 Russia’s defence minister + Kim Jong-un",
            "p8 Mr Shoigu + the North’s most senior defence officials"),
        meetings.stream().map(m -> m.passage().id() + " " + shown(m)).toList());
    assertFalse(MeetingGraph.of(meetings).edges().isEmpty());
  }
}
