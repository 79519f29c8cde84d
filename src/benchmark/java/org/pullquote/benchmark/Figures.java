package org.pullquote.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.pullquote.benchmark.Contender.Result;
import org.pullquote.eval.AnswerableQuestions.Question;

/** What one contender did with questions. */
final class Figures {

  private final List<Outcome> outcomes = new ArrayList<>();

  private record Outcome(Question question, List<Result> results, long nanos) {

    boolean foundWithin(int depth) {
      return results.stream()
          .limit(depth)
          .flatMap(result -> result.passages().stream())
          .anyMatch(question.relevant()::contains);
    }

    int words(int depth) {
      return results.stream().limit(depth).mapToInt(result -> Texts.length(result.text())).sum();
    }

    boolean firstContainsAnswer() {
      return !results.isEmpty()
          && Texts.containsAny(results.getFirst().text(), question.answers());
    }
  }

  void add(Question question, List<Result> results, long nanos) {
    outcomes.add(new Outcome(question, results, nanos));
  }

  void addAll(Figures others) {
    outcomes.addAll(others.outcomes);
  }

  /** The share of questions with a relevant passage among the first results. */
  double recall(int depth) {
    return share(outcome -> outcome.foundWithin(depth));
  }

  /** The share of questions of which the first result contains an answer. */
  double firstContainsAnswer() {
    return share(Outcome::firstContainsAnswer);
  }

  /** How many words the first results have together, in the mean. */
  double words(int depth) {
    return outcomes.stream().mapToInt(outcome -> outcome.words(depth)).average().orElse(0);
  }

  /** The time that a share of the questions kept to. */
  double millis(double share) {
    return millis(outcomes.stream().mapToLong(Outcome::nanos).toArray(), share);
  }

  /** The time that a share of some times keeps to, by nearest rank; 0 where there are none. */
  static double millis(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  private double share(Predicate<Outcome> what) {
    return (double) outcomes.stream().filter(what).count() / Math.max(1, outcomes.size());
  }
}
