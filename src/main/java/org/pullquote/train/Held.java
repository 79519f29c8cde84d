package org.pullquote.train;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pullquote.answer.Judge;
import org.pullquote.answer.Ranker;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.answer.Reranker;
import org.pullquote.answer.Reranker.Reranked;
import org.pullquote.search.Reading;

/**
 * An example ranked by weights that were not fitted to its article.
 *
 * @param first how the ranker orders its passages
 * @param last how they are ordered in the end
 */
record Held(Example example, List<Ranked> first, Reranked last) {

  static Held of(Example example, Ranker ranker) {
    List<Ranked> first = ranker.rank(example.table());
    return new Held(example, first, new Reranked(first, Map.of()));
  }

  /** The same, ordered again by reading the first passages. */
  Held read(Reranker reranker) {
    return new Held(example, first, reranker.rank(first, example.read(first)));
  }

  /** What the reranker is fitted to. */
  RerankerFit.Case reranking() {
    Map<Integer, Reading> readings = example.read(first);
    List<Ranked> read = first.stream().filter(each -> readings.containsKey(each.row())).toList();
    return new RerankerFit.Case(
        example.weight(),
        read.stream()
            .map(each -> Reranker.features(each, requireNonNull(readings.get(each.row()))))
            .toList(),
        read.stream().map(each -> example.relevant().get(each.row())).toList());
  }

  /** What the marker is fitted to: the first passage that answers, of those that are read. */
  Stream<MarkerFit.Case> marking() {
    Map<Integer, Reading> readings = example.read(first);
    return last.ranked().stream()
        .map(Ranked::row)
        .filter(row -> readings.containsKey(row) && example.relevant().get(row))
        .flatMap(row -> example.marking(row, requireNonNull(readings.get(row))).stream())
        .limit(1);
  }

  /** What the judge is fitted to. */
  JudgeFit.Case judging() {
    return new JudgeFit.Case(
        example.article(),
        Judge.signs(example.table(), last),
        example.answerable(),
        example.weight());
  }

  /** Whether one of the first passages answers. */
  boolean answeredWithin(int passages) {
    return last.ranked().stream()
        .limit(passages)
        .anyMatch(each -> example.relevant().get(each.row()));
  }
}
