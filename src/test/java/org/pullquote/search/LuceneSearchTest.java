package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.search.Ranking.Hit;

class LuceneSearchTest {

  private final LuceneSearch search = new LuceneSearch(Fixtures.ARTICLE);

  @AfterEach
  void close() {
    search.close();
  }

  private static List<String> marked(Hit hit) {
    return hit.matches().stream().map(span -> span.in(hit.passage().text())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Kim Jong-un, and where? | c1",
        "who met kim jong un in pyongyang on thursday | c1",
        "Who welcomed Shoigu on the tarmac? | p5",
        "What did NK News report? | p8",
        "Who laid a wreath? | c3",
        "Who is the South Korean president? | p14",
        "Which photos did REUTERS take of the singers? | c4",
        "What is the headline? | headline",
        "who welcomd shoigu at teh arport | p5",
        "south korean presidnet name | p14",
      })
  void findsThePassage(String question, String id) {
    assertEquals(id, search.rank(question, "", 10).hits().getFirst().passage().id());
  }

  @Test
  void ranksTheSameQuestionTheSameWay() {
    Ranking once = search.rank("What did Shoigu say about North Korea?", "", 10);
    assertEquals(once, search.rank("What did Shoigu say about North Korea?", "", 10));
    try (LuceneSearch again = new LuceneSearch(Fixtures.ARTICLE)) {
      assertEquals(once, again.rank("What did Shoigu say about North Korea?", "", 10));
    }
  }

  @Test
  void ordersByScoreAndKeepsToTheLimit() {
    List<Hit> hits = search.rank("Shoigu Kim Pyongyang ceremony", "", 4).hits();
    assertEquals(4, hits.size());
    for (int i = 1; i < hits.size(); i++) {
      assertTrue(hits.get(i - 1).score() >= hits.get(i).score());
    }
  }

  @Test
  void marksWordsThatMatchAndJoinsNeighbours() {
    Hit hit = search.rank("Who met Kim Jong-un?", "", 1).hits().getFirst();
    assertEquals(List.of("meets Kim Jong-un"), marked(hit));
  }

  @Test
  void coverageTellsHowMuchOfTheQuestionAPassageHolds() {
    Hit all = search.rank("Who laid a wreath?", "", 1).hits().getFirst();
    assertEquals(1, all.coverage(), 1e-9);
    Hit some = search.rank("Who laid a wreath in Madrid with bagpipes?", "", 1).hits().getFirst();
    assertTrue(some.coverage() < 0.7, () -> "coverage " + some.coverage());
  }

  @Test
  void coversNothingOfWordsThatTheArticleLacks() {
    Ranking ranking = search.rank("bitcoin price?", "", 10);
    assertTrue(ranking.searchable());
    assertTrue(ranking.hits().stream().allMatch(hit -> hit.coverage() == 0));
  }

  @Test
  void charactersFindButDoNotCover() {
    Hit hit = search.rank("presidnet", "", 1).hits().getFirst();
    assertEquals("p14", hit.passage().id());
    assertEquals(0, hit.coverage());
    assertEquals(List.of(), hit.matches());
  }

  @Test
  void aNameThatTheArticleLacksWeighsMoreThanAnotherWord() {
    Hit word = search.rank("did shoigu meet lavrov?", "", 1).hits().getFirst();
    Hit name = search.rank("did Shoigu meet Lavrov?", "", 1).hits().getFirst();
    assertTrue(name.coverage() < word.coverage());
    Hit known = search.rank("did Shoigu meet Kim?", "", 1).hits().getFirst();
    assertEquals(1, known.coverage(), 1e-9);
  }

  @Test
  void saysThatQuestionWordsAloneCannotBeSearched() {
    assertFalse(search.rank("and where was that?", "", 10).searchable());
  }

  @Test
  void survivesAQuestionOfThousandsOfWords() {
    String endless =
        "Shoigu "
            + IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertFalse(search.rank(endless, "", 10).hits().isEmpty());
  }
}
