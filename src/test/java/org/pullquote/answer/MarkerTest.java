package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Match;
import org.pullquote.search.Phrase;
import org.pullquote.search.Reading;

class MarkerTest {

  /** Phrases in the order of the model's liking, each two logits behind the one before. */
  private static List<Phrase> phrases(String text, String phrases) {
    List<Phrase> found = new ArrayList<>();
    for (String phrase : phrases.split(";")) {
      int at = text.indexOf(phrase);
      found.add(new Phrase(new Span(at, at + phrase.length()), -2 * found.size()));
    }
    return found;
  }

  /** What is marked by a reading that likes some phrases, where reading apart tells nothing. */
  private static List<String> marked(Article article, String question, List<Phrase> phrases) {
    Passage passage = article.passages().getLast();
    List<Phrase> alike = phrases.stream().map(phrase -> new Phrase(phrase.span(), 0)).toList();
    Optional<Reading> reading =
        phrases.isEmpty() ? Optional.empty() : Optional.of(new Reading(0, phrases));
    return new Marker(question, WhoIsWho.of(article, List.of()), AnswerModel.standard())
        .mark(new Match(passage, Map.of(), asked(question, passage), alike), reading).stream()
            .map(span -> span.in(passage.text()))
            .toList();
  }

  /** The words of a passage that a question uses too, whatever their endings. */
  private static List<Span> asked(String question, Passage passage) {
    return Pattern.compile("\\p{L}{4,}")
        .matcher(passage.text())
        .results()
        .filter(word -> question.contains(word.group().substring(0, 4)))
        .map(word -> new Span(word.start(), word.end()))
        .toList();
  }

  /** A feature of words that may answer, where nobody has read the passage with the question. */
  private static double feature(String question, String text, String words, MarkClue clue) {
    Article article = Fixtures.paragraphs(text);
    Passage passage = article.passages().getLast();
    Match match = new Match(passage, Map.of(), List.of(), phrases(text, words));
    return new Marker(question, WhoIsWho.of(article, List.of()), AnswerModel.standard())
        .candidates(match, Optional.empty()).stream()
            .filter(each -> each.span().in(text).equals(words))
            .mapToDouble(each -> each.features()[clue.ordinal()])
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why did Jane Doe come? | Jane Doe, the general in charge of it, came to mark the day. | the general in charge of it | APPOSITION_UNASKED | 1",
        "Why did Jane Doe come? | Jane Doe, the general in charge of it, came to mark the day. | to mark the day | APPOSITION_UNASKED | 0",
        "Who is Jane Doe? | Jane Doe, the general in charge of it, came to mark the day. | the general in charge of it | APPOSITION_UNASKED | 0",
        "What was reported? | The bridge will close, according to the roads ministry. | the roads ministry | SPEAKER_UNASKED | 1",
        "What was reported? | The bridge will close, according to the roads ministry. | The bridge will close | SPEAKER_UNASKED | 0",
        "Who said that? | The bridge will close, according to the roads ministry. | the roads ministry | SPEAKER_UNASKED | 0",
      })
  void tellsWhatIsNotAskedFor(
      String question, String text, String words, MarkClue clue, double expected) {
    assertEquals(expected, feature(question, text, words, clue));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What opened? | The bridge opened. | bridge | bridge",
        "Who opened it? | The bridge over the river was opened with a lot of music by Jane Doe. | Jane Doe;The bridge | Jane Doe",
        "When did it open? | The bridge over the river was opened with a lot of music on Monday night. | on Monday night;bridge | on Monday night",
        "What is new? | A well-known bridge. | known | well-known",
      })
  void marksWordsThatAnswerAndNotThoseThatWereAsked(
      String question, String text, String phrases, String expected) {
    assertEquals(
        List.of(expected), marked(Fixtures.paragraphs(text), question, phrases(text, phrases)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Doe? | Jane Doe met John Roe. | Jane Doe;John Roe | John Roe",
        "Who is John Roe? | The harbour master, John Roe, left. | John Roe;harbour master | harbour master",
        "Where does Larkhaven get its water? | The reservoir serves most people in the city of Larkhaven. | in the city of Larkhaven;The reservoir | The reservoir",
        "Where do many live? | The reservoir serves most people in the city of Larkhaven. | in the city of Larkhaven;The reservoir | in the city of Larkhaven",
      })
  void neverMarksWhomTheQuestionNames(
      String question, String text, String phrases, String expected) {
    assertEquals(
        List.of(expected), marked(Fixtures.paragraphs(text), question, phrases(text, phrases)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Whom did John Roe welcome? | her old colleague John Roe | false",
        "Whom did John Roe welcome? | by her old colleague John Roe | false",
        "Whom did John Roe welcome? | Jane Doe | true",
        "Whom did Jane Doe see? | an aide to John Roe | true",
        "Whom did John Roe send? | an aide to John Roe | true",
        "Who is John Roe? | her old colleague John Roe | true",
      })
  void neverMarksADescriptionOfWhomTheQuestionNames(
      String question, String words, boolean expected) {
    String text = "Jane Doe was met by her old colleague John Roe and by an aide to John Roe.";
    Article article = Fixtures.paragraphs(text);
    Match match =
        new Match(
            article.passages().getLast(), Map.of(), List.of(), phrases(text, "Jane Doe;" + words));
    assertEquals(
        expected,
        new Marker(question, WhoIsWho.of(article, List.of()), AnswerModel.standard())
            .candidates(match, Optional.empty()).stream()
                .anyMatch(each -> each.span().in(text).equals(words)));
  }

  @Test
  void marksTheNameBehindWhatSomebodyIs() {
    String text = "“It is an insult,” said the mayor, Jane Doe, on Monday.";
    assertEquals(
        List.of("the mayor, Jane Doe"),
        marked(Fixtures.paragraphs(text), "Whom did it anger?", phrases(text, "the mayor;Monday")));
  }

  @Test
  void marksNothingAcrossSentences() {
    String text = "It was opened by a woman. Doe came later.";
    assertEquals(
        List.of("by a woman"),
        marked(Fixtures.paragraphs(text), "Who opened it?", phrases(text, "a woman. Doe;a woman")));
  }

  @Test
  void marksAllOfACaptionWhereItIsAskedWhatThePhotoShows() {
    Article article = caption("A man walks past the old bridge in Larkhaven.", null);
    assertEquals(
        List.of("A man walks past the old bridge in Larkhaven."),
        marked(
            article,
            "What does the photo show?",
            phrases("A man walks past the old bridge in Larkhaven.", "bridge")));
  }

  @Test
  void marksNothingWhereTheCreditAnswers() {
    Article article = caption("A man walks past.", "REUTERS");
    assertEquals(
        List.of(), marked(article, "Who took the photo?", phrases("A man walks past.", "A man")));
  }

  @Test
  void marksNothingWhereNoModelRead() {
    assertEquals(
        List.of(), marked(Fixtures.paragraphs("The bridge opened."), "What opened?", List.of()));
  }

  @Test
  void goesByTheReadingWhereThereIsOne() {
    String text = "Roe built it. Doe sold it.";
    Passage passage = Fixtures.paragraphs(text).passages().getFirst();
    Match match = new Match(passage, Map.of(), List.of(), phrases(text, "Roe;Doe"));
    Reading reading = new Reading(0, List.of(new Phrase(new Span(14, 17), 9)));
    assertEquals(
        List.of(new Span(14, 17)),
        new Marker(
                "Who had it?",
                WhoIsWho.of(Fixtures.paragraphs(text), List.of()),
                AnswerModel.standard())
            .mark(match, Optional.of(reading)));
  }

  private static Article caption(String text, @Nullable String credit) {
    return new ArticleBuilder(Fixtures.SENTENCES)
        .add(PassageKind.CAPTION, text, credit)
        .build(Metadata.NONE);
  }
}
