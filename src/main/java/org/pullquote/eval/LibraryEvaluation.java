package org.pullquote.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Evidence;

/**
 * Asks all articles of a library labelled questions on one of them: whether that one, and in it the
 * right passage, comes first.
 */
public final class LibraryEvaluation {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Function<String, Answer> all;
  private final LongSupplier nanoClock;
  private final List<Asked> asked = new ArrayList<>();

  /** A question, what was shown first and of which edition, and how long that took. */
  private record Asked(LabelledQuestion label, String edition, List<Evidence> shown, long nanos) {

    boolean isArticleFirst() {
      return !shown.isEmpty() && isOfArticle(shown.getFirst());
    }

    boolean isPassageFirst() {
      return !shown.isEmpty() && isRelevant(shown.getFirst());
    }

    boolean isPassageShown() {
      return shown.stream().anyMatch(this::isRelevant);
    }

    private boolean isOfArticle(Evidence evidence) {
      return evidence.quote().article().edition().equals(edition);
    }

    private boolean isRelevant(Evidence evidence) {
      return isOfArticle(evidence) && label.relevant().contains(evidence.quote().passage().id());
    }
  }

  /**
   * @param all what all articles answer
   * @param nanoClock such as {@link System#nanoTime}
   */
  public LibraryEvaluation(Function<String, Answer> all, LongSupplier nanoClock) {
    this.all = all;
    this.nanoClock = nanoClock;
  }

  /**
   * Asks questions.
   *
   * @param edition of the article that they are on
   * @param name what to call the file in messages
   * @param jsonl one question a line
   * @throws LabelledSets.MalformedException if the file is malformed
   */
  public void questions(String edition, String name, String jsonl) {
    for (LabelledQuestion question : LabelledSets.questions(name, jsonl)) {
      long before = nanoClock.getAsLong();
      Answer answer = all.apply(question.question());
      long nanos = nanoClock.getAsLong() - before;
      asked.add(
          new Asked(
              question,
              edition,
              answer instanceof Quoted quoted ? quoted.evidence() : List.of(),
              nanos));
    }
  }

  /** The figures, a line each. */
  public String table() {
    List<Asked> answerable = asked.stream().filter(each -> each.label.answerable()).toList();
    List<Asked> others = asked.stream().filter(each -> !each.label.answerable()).toList();
    return String.format(
        Locale.ROOT,
        "questions %d, not answerable %d%n"
            + "right article first %.3f%nright passage first %.3f%nright passage shown %.3f%n"
            + "refused %.3f%nanswered that are not answerable %.3f%nms: p50 %.0f, p95 %.0f%n",
        asked.size(),
        others.size(),
        share(answerable, Asked::isArticleFirst),
        share(answerable, Asked::isPassageFirst),
        share(answerable, Asked::isPassageShown),
        share(answerable, each -> each.shown.isEmpty()),
        share(others, each -> !each.shown.isEmpty()),
        percentile(.5),
        percentile(.95));
  }

  private static double share(List<Asked> of, Predicate<Asked> which) {
    return of.isEmpty() ? Double.NaN : (double) of.stream().filter(which).count() / of.size();
  }

  private double percentile(double part) {
    double[] millis =
        asked.stream().mapToDouble(each -> each.nanos / NANOS_PER_MILLI).sorted().toArray();
    return millis.length == 0
        ? Double.NaN
        : Arrays.stream(millis).skip((long) (part * (millis.length - 1))).findFirst().orElseThrow();
  }
}
