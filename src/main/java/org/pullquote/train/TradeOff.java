package org.pullquote.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.Judge;

/** What refusing more or less costs, for people to read. */
final class TradeOff {

  private TradeOff() {}

  /** A case, judged by weights that were not fitted to its article. */
  private record Judged(double confidence, boolean answerable, double weight) {}

  /**
   * Recall, and for each threshold the share of questions wrongly refused and wrongly answered.
   *
   * @param title of the table
   * @param signs the names of those that the rankings are judged by
   * @param folds articles are dealt to so many in turn
   */
  static String report(String title, List<String> signs, List<Held> held, int folds) {
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            Locale.ROOT,
            "%n%s: recall@1 %.3f, recall@3 %.3f%n%-12s %20s %22s%n",
            title,
            recall(held, 1),
            recall(held, 3),
            "confidence",
            "answerable, refused",
            "unanswerable, answered"));
    List<Judged> judged = judged(signs, held.stream().map(Held::judging).toList(), folds);
    for (int percent = 10; percent <= 95; percent += 5) {
      double threshold = percent / 100.0;
      report.append(
          String.format(
              Locale.ROOT,
              "%-12.2f %20.3f %22.3f%n",
              threshold,
              share(judged, true, each -> each.confidence() < threshold),
              share(judged, false, each -> each.confidence() >= threshold)));
    }
    return report.toString();
  }

  private static double recall(List<Held> held, int passages) {
    double right = 0;
    double all = 0;
    for (Held each : held) {
      if (each.example().answerable()) {
        all += each.example().weight();
        right += each.answeredWithin(passages) ? each.example().weight() : 0;
      }
    }
    return right / all;
  }

  private static double share(List<Judged> judged, boolean answerable, Predicate<Judged> which) {
    double all = 0;
    double those = 0;
    for (Judged each : judged) {
      if (each.answerable() == answerable) {
        all += each.weight();
        those += which.test(each) ? each.weight() : 0;
      }
    }
    return those / all;
  }

  private static List<Judged> judged(List<String> signs, List<JudgeFit.Case> cases, int folds) {
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int out = fold;
      Map<String, Double> weights =
          JudgeFit.fit(
              signs, cases.stream().filter(each -> each.article() % folds != out).toList());
      Judge judge = new Judge(AnswerModel.ofJudge(signs, weights));
      cases.stream()
          .filter(each -> each.article() % folds == out)
          .map(each -> new Judged(judge.confidence(each.signs()), each.answerable(), each.weight()))
          .forEach(judged::add);
    }
    return judged;
  }
}
