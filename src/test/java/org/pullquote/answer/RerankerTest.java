package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.article.Span;
import org.pullquote.search.Phrase;
import org.pullquote.search.Reading;

class RerankerTest {

  private static final Reranker RERANKER =
      new Reranker(AnswerModel.ofRerank(Map.of("RANKED", 1.0, "RELEVANCE", 1.0)));

  /** A ranking of the first passages, with these shares. */
  private static List<Ranked> ranking(double... shares) {
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new Ranked(Fixtures.ARTICLE.passages().get(i), i, shares[i]))
        .toList();
  }

  private static Reading reading(double relevance) {
    return new Reading(relevance, List.of(new Phrase(new Span(0, 1), 0)));
  }

  private static List<Integer> rows(List<Ranked> ranked) {
    return ranked.stream().map(Ranked::row).toList();
  }

  @Test
  void bringsUpWhatReadingFindsToAnswer() {
    List<Ranked> ranked =
        RERANKER
            .rank(ranking(0.5, 0.3, 0.2), Map.of(0, reading(-2), 1, reading(1), 2, reading(-5)))
            .ranked();
    assertEquals(List.of(1, 0, 2), rows(ranked));
    assertEquals(1, ranked.stream().mapToDouble(Ranked::share).sum(), 1e-9);
  }

  @Test
  void leavesWhatWasNotReadBehindInItsOrder() {
    List<Ranked> ranked =
        RERANKER.rank(ranking(0.4, 0.3, 0.2, 0.1), Map.of(0, reading(-9), 1, reading(-9))).ranked();
    assertEquals(List.of(0, 1, 2, 3), rows(ranked));
  }

  @Test
  void changesNothingWhereNothingIsRead() {
    List<Ranked> ranking = ranking(0.6, 0.4);
    assertEquals(ranking, RERANKER.rank(ranking, Map.of()).ranked());
  }

  @Test
  void readsTheFirstPassagesThatAreLikelyAtAll() {
    List<Ranked> ranking = ranking(0.9, 0.09, 0.001, 0.001, 0.001);
    assertEquals(
        List.of(0, 1),
        List.copyOf(Reranker.read(ranking, row -> Optional.of(reading(row))).keySet()));
    assertEquals(Map.of(), Reranker.read(ranking, row -> Optional.empty()));
    assertEquals(
        5,
        Reranker.read(
                ranking(0.2, 0.2, 0.15, 0.15, 0.1, 0.1, 0.1), row -> Optional.of(reading(row)))
            .size());
  }
}
