package org.pullquote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pullquote.answer.Ranker.Ranked;

/** Says in words for people why passages rank as they do. */
final class Explanation {

  private static final int MOST_PASSAGES = 5;
  private static final int MOST_FEATURES = 8;

  private Explanation() {}

  /**
   * A few lines a passage.
   *
   * @param confidence that the article answers at all
   */
  static String of(FeatureTable table, List<Ranked> ranked, Ranker ranker, double confidence) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "the article answers: %.2f%n", confidence));
    for (Ranked each : ranked.stream().limit(MOST_PASSAGES).toList()) {
      String start = each.passage().text();
      text.append(
          String.format(
              Locale.ROOT,
              "%n%-10s share %.2f  %s%n           %s%n",
              each.passage().id(),
              each.share(),
              start.substring(
                  0,
                  start.offsetByCodePoints(
                      0, Math.min(60, start.codePointCount(0, start.length())))),
              features(ranker.parts(table, each.row()))));
    }
    return text.toString();
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
