package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;

class LuceneSearchTest {

  private final LuceneSearch search = Fixtures.search(Fixtures.ARTICLE);

  @AfterEach
  void close() {
    search.close();
  }

  private Match best(String question, Signal signal) {
    return search.match(Query.of(question)).matches().stream()
        .max(Comparator.comparingDouble(match -> match.signal(signal)))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WORDS | Who welcomed Shoigu on the tarmac? | p5",
        "SENTENCE_WORDS | Who is the South Korean president? | p14",
        "PAIRS | a common border | p10",
        "SENTENCE_PAIRS | the Liberation Tower | c3",
        "GRAMS | who welcomd at teh arport | p5",
        "SENTENCE_GRAMS | presidnet | p14",
        "ABOUT | What is the headline? | headline",
        "MEANING | Who laid flowers on the tower? | c3",
        "MEANING_BY_WORD | how did the regime retaliate for the war games? | p12",
      })
  void findsThePassage(Signal signal, String question, String id) {
    assertEquals(id, best(question, signal).passage().id());
  }

  @Test
  void findsAPassageByNamesThatItDoesNotUse() {
    Article article =
        Fixtures.paragraphs("The mayor opened the bridge.", "Nobody opened the tunnel.");
    try (LuceneSearch named =
        new LuceneSearch(article, List.of(List.of("Jane Doe"), List.of()), null)) {
      List<Match> matches = named.match(Query.of("Jane Doe")).matches();
      assertTrue(matches.get(0).signal(Signal.OTHER_NAMES) > 0);
      assertEquals(1, matches.get(0).signal(Signal.COVERAGE));
      assertEquals(0, matches.get(1).signal(Signal.OTHER_NAMES));
    }
  }

  @Test
  void measuresTheSameQuestionTheSameWay() {
    Query query = Query.of("What did Shoigu say about North Korea?");
    List<Match> once = search.match(query).matches();
    assertEquals(once, search.match(query).matches());
    try (LuceneSearch again = Fixtures.search(Fixtures.ARTICLE)) {
      assertEquals(once, again.match(query).matches());
    }
  }

  @Test
  void measuresWordsAloneWithoutAModel() {
    try (LuceneSearch lexical =
        new LuceneSearch(
            Fixtures.ARTICLE,
            Fixtures.ARTICLE.passages().stream().map(passage -> List.<String>of()).toList(),
            null)) {
      Map<Signal, Double> signals =
          lexical.match(Query.of("Who laid a wreath?")).matches().getFirst().signals();
      assertTrue(signals.containsKey(Signal.WORDS));
      assertFalse(signals.containsKey(Signal.MEANING));
    }
  }

  @Test
  void coverageTellsHowMuchOfTheQuestionAPassageHolds() {
    Match all = best("Who laid a wreath?", Signal.COVERAGE);
    assertEquals(1, all.signal(Signal.COVERAGE), 1e-9);
    assertEquals(0, all.signal(Signal.RAREST_MISSING));
    Match some = best("Who laid a wreath in Madrid with bagpipes?", Signal.COVERAGE);
    assertTrue(some.signal(Signal.COVERAGE) < 0.7);
    assertEquals(1, some.signal(Signal.RAREST_MISSING));
  }

  @Test
  void coversNothingOfWordsThatTheArticleLacks() {
    Matches matches = search.match(Query.of("bitcoin price?"));
    assertTrue(matches.searchable());
    assertTrue(matches.matches().stream().allMatch(match -> match.signal(Signal.COVERAGE) == 0));
  }

  @Test
  void aNameThatTheArticleLacksWeighsMoreThanAnotherWord() {
    double word = best("did shoigu meet lavrov?", Signal.COVERAGE).signal(Signal.COVERAGE);
    double name = best("did Shoigu meet Lavrov?", Signal.COVERAGE).signal(Signal.COVERAGE);
    assertTrue(name < word);
  }

  @Test
  void givesTheWordsThatQuestionAndPassageShare() {
    Match match = best("Who met Kim Jong-un?", Signal.WORDS);
    assertEquals(
        List.of("meets", "Kim", "Jong", "un"),
        match.words().stream().map(span -> span.in(match.passage().text())).toList());
  }

  @Test
  void phrasesStandInThePassageBestFirst() {
    Match match = best("When was Shoigu welcomed at the airport?", Signal.WORDS);
    assertFalse(match.phrases().isEmpty());
    double before = Double.POSITIVE_INFINITY;
    for (Phrase phrase : match.phrases()) {
      assertTrue(phrase.score() <= before);
      assertTrue(match.passage().whole().contains(phrase.span()));
      before = phrase.score();
    }
  }

  @Test
  void saysThatQuestionWordsAloneCannotBeSearched() {
    assertFalse(search.match(Query.of("and where was that?")).searchable());
  }

  @Test
  void searchesByTheContextOfAQuestionWithoutWordsOfItsOwn() {
    assertTrue(search.match(new Query("and where?", "Who welcomed Shoigu?")).searchable());
  }

  @Test
  void survivesAQuestionOfThousandsOfWords() {
    String endless =
        "Shoigu "
            + IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertEquals(
        Fixtures.ARTICLE.passages().size(), search.match(Query.of(endless)).matches().size());
  }
}
