package org.pullquote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.answer.Reranker.Reranked;
import org.pullquote.article.Span;
import org.pullquote.search.Reading;

/** Says in words for people why passages rank as they do. */
final class Explanation {

  private static final int MOST_PASSAGES = 5;
  private static final int MOST_FEATURES = 8;

  private Explanation() {}

  /**
   * A few lines a passage.
   *
   * @param first how they ranked before any was read with the question
   * @param confidence that the article answers at all
   */
  static String of(
      FeatureTable table, List<Ranked> first, Reranked reranked, Ranker ranker, double confidence) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "the article answers: %.2f%n", confidence));
    for (Ranked each : reranked.ranked().stream().limit(MOST_PASSAGES).toList()) {
      String start = each.passage().text();
      text.append(
          String.format(
              Locale.ROOT,
              "%n%-10s share %.2f  %s%n           %s%s%n",
              each.passage().id(),
              each.share(),
              start.substring(
                  0,
                  start.offsetByCodePoints(
                      0, Math.min(60, start.codePointCount(0, start.length())))),
              features(ranker.parts(table, each.row())),
              reranked.reading(each).map(reading -> read(each, first, reading)).orElse("")));
    }
    return text.toString();
  }

  /** What reading the passage with the question said. */
  private static String read(Ranked each, List<Ranked> first, Reading reading) {
    double before =
        first.stream().filter(other -> other.row() == each.row()).mapToDouble(Ranked::share).sum();
    Span best = reading.phrases().getFirst().span();
    String text = each.passage().text();
    return String.format(
        Locale.ROOT,
        "%n           share %.2f before it was read; relevance %+.2f, answer %+.2f: %s",
        before,
        reading.relevance(),
        reading.answer(),
        each.passage().whole().contains(best) ? best.in(text) : "its credit");
  }

  private static String features(double[] parts) {
    return IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
        .limit(MOST_FEATURES)
        .filter(i -> Math.abs(parts[i]) >= 0.01)
        .map(i ->
            String.format(
                Locale.ROOT,
                "%s %+.2f",
                AnswerModel.FEATURES.get(i).toLowerCase(Locale.ROOT),
                parts[i]))
        .collect(Collectors.joining(", "));
  }
}
