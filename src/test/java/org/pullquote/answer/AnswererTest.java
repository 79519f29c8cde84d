package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Match;
import org.pullquote.search.Matches;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Signal;

class AnswererTest {

  private final Answerer answerer = Fixtures.answerer(Fixtures.ARTICLE);

  /** The first passage quoted in answer to a question. */
  private String first(String question) {
    return ids(assertInstanceOf(Quoted.class, answerer.answer(question))).getFirst();
  }

  private static List<String> ids(Quoted answer) {
    return answer.evidence().stream().map(e -> e.quote().passage().id()).toList();
  }

  /** Ranks by words alone, and is as sure as the coverage of the best passage. */
  private static final AnswerModel BY_WORDS =
      new AnswerModel(
          "a test",
          Map.of(Signal.WORDS.name(), 1.0),
          Map.of(Signal.COVERAGE.name(), 10.0, AnswerModel.BIAS, -5.0),
          Map.of(),
          Map.of(),
          Map.of());

  /** An answerer over a search that found passages with these scores and this coverage. */
  private static Answerer over(Article article, double coverage, double... scores) {
    List<Match> matches =
        IntStream.range(0, scores.length)
            .mapToObj(i ->
                new Match(
                    article.passages().get(i),
                    Map.of(Signal.WORDS, scores[i], Signal.COVERAGE, coverage),
                    List.of(),
                    List.of()))
            .toList();
    PassageSearch search = mock();
    when(search.match(any())).thenReturn(new Matches(matches, true));
    return new Answerer(
        article,
        WhoIsWho.of(article, List.of()),
        search,
        BY_WORDS,
        new AnswerPolicy(3, 0.8, 0.5, 0.1));
  }

  @Test
  void quotesThePassagesThatAnswer() {
    Quoted answer =
        assertInstanceOf(Quoted.class, answerer.answer("Who met Kim Jong-un, and where?"));
    assertEquals("c1", ids(answer).getFirst());
    Evidence first = answer.evidence().getFirst();
    assertEquals("Sergei Shoigu meets Kim Jong-un in Pyongyang on Thursday", first.quote().text());
    assertEquals("The Telegraph", first.attribution().publisher());
    assertEquals("REUTERS", first.attribution().passage().credit());
    assertFalse(first.marks().isEmpty());
  }

  @Test
  void saysWhoSpeaksAndThroughWhom() {
    Quoted answer =
        assertInstanceOf(
            Quoted.class, answerer.answer("Who reported that military ties would intensify?"));
    Attribution attribution = answer.evidence().getFirst().attribution();
    assertEquals("Mr Shoigu", attribution.speaker().text());
    assertTrue(attribution.via().text().startsWith("NK News"));
  }

  @Test
  void showsOnlyWhatIsCloseToTheBestAndNeverMoreThanThree() {
    Article article = Fixtures.ARTICLE;
    assertEquals(1, ((Quoted) over(article, 1, 10, 8, 7).answer("x y")).evidence().size());
    assertEquals(2, ((Quoted) over(article, 1, 10, 10, 7).answer("x y")).evidence().size());
    assertEquals(
        3, ((Quoted) over(article, 1, 10, 10, 10, 10, 10).answer("x y")).evidence().size());
  }

  @Test
  void refusesBelowTheConfidenceAndShowsTheClosest() {
    NotInArticle answer =
        assertInstanceOf(NotInArticle.class, over(Fixtures.ARTICLE, 0.4, 10, 9).answer("anything"));
    assertEquals(
        "c1",
        answer.closest().orElseThrow().quote().passage().id(),
        "the second: a headline is close to everything");
    assertInstanceOf(Quoted.class, over(Fixtures.ARTICLE, 0.6, 10, 9).answer("anything"));
    NotInArticle far =
        assertInstanceOf(NotInArticle.class, over(Fixtures.ARTICLE, 0, 10, 9).answer("anything"));
    assertTrue(far.closest().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitcoin price?", "tell me a joke", "Recommend a movie for tonight"})
  void refusesWhatTheArticleIsNotAbout(String question) {
    assertInstanceOf(NotInArticle.class, answerer.answer(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When did Putin arrive in Pyongyang?",
        "Where was Kim Jong-un welcomed on Tuesday night?",
        "When was Li Hongzhong welcomed at the airport?",
      })
  void neverGrantsAPremiseByWhatItSaysOfAnother(String question) {
    assertInstanceOf(NotInArticle.class, answerer.answer(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did Kim Jong-un tell Shoigu?",
        "What did Kim Jong-un say about military ties?",
        "What has Yoon Suk Yeol said about military cooperation?",
      })
  void neverGivesTheWordsOfAnother(String question) {
    assertInstanceOf(NotInArticle.class, answerer.answer(question));
  }

  /** Who it was tells whether it was the one asked for; and a war is nobody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Was Shoigu welcomed by Kim at the airport? | p5",
        "How many people were killed or injured in the Korean War? | p14",
        "What did Shoigu say about military ties? | p9",
      })
  void answersThoughItSpeaksOfSomebodyElse(String question, String passage) {
    assertEquals(passage, first(question));
  }

  @ParameterizedTest
  @CsvSource({
    "Who took the photo of the wreath?, true",
    "Who laid a wreath?, false",
    "Who welcomed Shoigu?, false",
  })
  void saysWhetherTheCreditAnswers(String question, boolean credit) {
    Quoted answer = assertInstanceOf(Quoted.class, answerer.answer(question));
    assertEquals(credit, answer.evidence().getFirst().creditAnswers());
    assertEquals(credit, answer.evidence().getFirst().marks().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Who took the photo of Kim?, c1",
    "who took the picture of the defence minister and kim, c1",
    "who photographed the defence minister, c3",
    "Who took the photo of the singers?, c4",
  })
  void saysWhoTookThePhotoThatShowsThem(String question, String caption) {
    assertEquals(caption, first(question));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who took the photo of Putin?", "who took the picture of yoon"})
  void tellsNobodysPhotoForAnothers(String question) {
    assertInstanceOf(NotInArticle.class, answerer.answer(question));
  }

  @Test
  void answersWhatAPassageNamedByItsPlaceSays() {
    assertEquals("c5", first("What is in the last photo?"));
  }

  @Test
  void explainsWhatBroughtAPassageUp() {
    String explanation = answerer.explain("Who laid a wreath?");
    assertTrue(explanation.contains("c3 "), explanation);
    assertTrue(explanation.contains("meaning"), explanation);
  }

  @Test
  void neverShowsWhatWasJustShown() {
    Context context = new Context("", Set.of(), Set.of("c1", "headline"), false);
    Answer answer = answerer.answer("Who met Kim Jong-un?", context);
    assertFalse(answer.ranked().stream().anyMatch(p -> Set.of("c1", "headline").contains(p.id())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is this article about?", "what happened?", "What's the story?"})
  void tellsWhatTheArticleIsAboutByItsHeadline(String question) {
    Quoted answer = assertInstanceOf(Quoted.class, answerer.answer(question));
    assertEquals(List.of("headline"), ids(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "hello!, GREETING",
    "Hi there, GREETING",
    "thanks bro 👍, THANKS",
    "good night, FAREWELL",
    "bye, FAREWELL",
    "ok, NOD",
    "lol, NOD",
    "help, ABOUT_BOT",
    "What can you do?, ABOUT_BOT",
    "are you a real person?, ABOUT_BOT",
    "Thank you so much!!, THANKS",
    "???, NO_QUESTION",
    "📸, NO_QUESTION",
    "who?, NO_QUESTION",
  })
  void talksSmall(String message, SmallTalk.Kind kind) {
    assertEquals(new SmallTalk(kind), answerer.answer(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hey bot, quick q: who was at the airport?",
        "thanks! who laid a wreath?",
        "Good Friday?",
        "kim"
      })
  void takesAQuestionForAQuestion(String message) {
    assertFalse(answerer.answer(message) instanceof SmallTalk);
  }

  @Test
  void closesItsIndex() {
    PassageSearch search = mock();
    WhoIsWho names = WhoIsWho.of(Fixtures.ARTICLE, List.of());
    new Answerer(Fixtures.ARTICLE, names, search, BY_WORDS, AnswerPolicy.DEFAULT).close();
    verify(search).close();
  }

  @ParameterizedTest
  @CsvSource({
    "How much did the bridge cost?, -, false",
    "How cold is the river?, Jane Doe, false",
  })
  void attributesToASpeakerWhatTheySaid(String question, String speaker, boolean inPart) {
    Article article =
        Fixtures.paragraphs(
            "The council opened the bridge on Monday. It cost two million. Jane Doe said that the"
                + " river is cold.");
    try (Answerer plain = Fixtures.answerer(article)) {
      Quoted answer = assertInstanceOf(Quoted.class, plain.answer(question));
      Attribution attribution = answer.evidence().getFirst().attribution();
      assertEquals(
          speaker,
          attribution.speaker() == null ? "-" : attribution.speaker().text(),
          answer.evidence().getFirst().marks()::toString);
      assertEquals(inPart, attribution.inPart());
      Attribution whole = plain.evidence(article.passages().getFirst()).attribution();
      assertEquals("Jane Doe", Objects.requireNonNull(whole.speaker()).text());
      assertTrue(whole.inPart());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Sergei Shoigu besides Kim Jong-un? | Kim Jong-un",
        "Apart from Shoigu, who came to Pyongyang? | Sergei Shoigu",
        "Which capital is named other than Pyongyang? | Pyongyang",
      })
  void quotesNothingThatSpeaksOnlyOfWhomAQuestionLeavesOut(String question, String excluded) {
    WhoIsWho names = answerer.names();
    List<Passage> ranked = answerer.answer(question).ranked();
    assertFalse(ranked.isEmpty());
    for (Passage passage : ranked) {
      List<Entity> held = names.mentions(passage).stream().map(Mention::entity).toList();
      Optional<Entity> left =
          held.stream().filter(entity -> entity.names().contains(excluded)).findFirst();
      assertTrue(
          left.isEmpty()
              || held.stream()
                  .anyMatch(other -> other.kind() == left.get().kind() && other != left.get()),
          passage.id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Who reported that military ties would intensify?, NK News",
    "Who said that cooperation between defence agencies would be strengthened?, Mr Shoigu",
    "Who suggests that the shells were exchanged for grain and oil?, Analysts",
  })
  void marksWhoSaysIt(String question, String expected) {
    Quoted answer = assertInstanceOf(Quoted.class, answerer.answer(question));
    Evidence first = answer.evidence().getFirst();
    String marked = first.marks().getFirst().in(first.quote().passage().text());
    assertTrue(marked.startsWith(expected), marked);
  }

  /** A report says the first sentence of paragraph 7, and analysts the second. */
  @Test
  void attributesEachSentenceToWhoSaysIt() {
    Passage passage = Fixtures.ARTICLE.passage("p7").orElseThrow();
    int grain = passage.text().indexOf("grain");
    int shells = passage.text().indexOf("artillery");
    Attribution first = attribution(passage, new Span(shells, shells + 9));
    assertEquals("a US intelligence report last year", Objects.requireNonNull(first.via()).text());
    assertNull(first.speaker());
    Attribution second = attribution(passage, new Span(grain, grain + 5));
    assertEquals("Analysts", Objects.requireNonNull(second.speaker()).text());
    assertNull(second.via());
  }

  private static Attribution attribution(Passage passage, Span mark) {
    return Attribution.of(Fixtures.ARTICLE, passage, passage.whole(), List.of(mark));
  }

  @Test
  void leavesWhatItDoesNotKnowNull() {
    Article article = Fixtures.paragraphs("The bridge opened on Monday.");
    try (Answerer plain = Fixtures.answerer(article)) {
      Quoted answer = assertInstanceOf(Quoted.class, plain.answer("When did the bridge open?"));
      Attribution attribution = answer.evidence().getFirst().attribution();
      assertNull(attribution.publisher());
      assertNull(attribution.speaker());
      assertNull(attribution.via());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 0.5, 0.5",
    "4, 0.5, 0.5, 0.5",
    "3, -0.1, 0.5, 0.5",
    "3, 0.5, 1.1, 0.5",
    "3, NaN, 0.5, 0.5",
    "3, 0.5, 0.5, 2",
  })
  void policyRefusesValuesOutOfRange(
      int quotes, double closeness, double confidence, double closest) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AnswerPolicy(quotes, closeness, confidence, closest));
  }

  @Test
  void marksLieWithinTheQuote() {
    Article article = Fixtures.paragraphs("The bridge opened on Monday.");
    Quote quote = Quote.of(article, article.passages().getFirst(), new Span(4, 10));
    Attribution attribution =
        Attribution.of(article, article.passages().getFirst(), new Span(4, 10), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Evidence(quote, List.of(new Span(0, 5)), attribution, 1));
  }
}
