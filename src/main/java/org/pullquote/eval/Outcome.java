package org.pullquote.eval;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;

/**
 * What became of one labelled question.
 *
 * @param quotes how many quotes the reader was shown, as an answer or as the closest
 * @param verbatim how many of them stood in the laid-out reply exactly as in the article
 * @param nanos how long the answer took
 */
record Outcome(LabelledQuestion label, Answer answer, int quotes, int verbatim, long nanos) {

  boolean quoted() {
    return answer instanceof Quoted;
  }

  List<Evidence> shown() {
    return answer instanceof Quoted quoted ? quoted.evidence() : List.of();
  }

  /** Where the first relevant passage stands in the ranking, from 1; 0 where it does not. */
  int rank() {
    List<Passage> ranked = answer.ranked();
    for (int i = 0; i < ranked.size(); i++) {
      if (label.relevant().contains(ranked.get(i).id())) {
        return i + 1;
      }
    }
    return 0;
  }

  long shownAcceptable() {
    return shown().stream()
        .map(evidence -> evidence.quote().passage().id())
        .filter(id -> label.relevant().contains(id) || label.alsoOk().contains(id))
        .count();
  }

  /** Token F1 of the marked words of the first quote; 0 where that quote does not answer. */
  double highlightF1() {
    return shown().stream()
        .limit(1)
        .filter(evidence -> label.relevant().contains(evidence.quote().passage().id()))
        .mapToDouble(evidence -> TokenF1.best(marked(evidence), label.answers()))
        .findFirst()
        .orElse(0);
  }

  /** Whether marked words of a relevant quote are, in part at least, words that answer. */
  boolean answerMarked() {
    return shown().stream()
        .filter(evidence -> label.relevant().contains(evidence.quote().passage().id()))
        .anyMatch(this::marksAnswer);
  }

  private boolean marksAnswer(Evidence evidence) {
    return evidence.creditAnswers()
        ? !Occurrences.of(label.answers(), credit(evidence)).isEmpty()
        : Occurrences.of(label.answers(), evidence.quote().passage().text()).stream()
            .anyMatch(place -> evidence.marks().stream().anyMatch(place::overlaps));
  }

  private static String credit(Evidence evidence) {
    return Objects.requireNonNullElse(evidence.quote().passage().credit(), "");
  }

  /** The marked words of the first quote. */
  String firstMarked() {
    return shown().stream().limit(1).map(Outcome::marked).collect(Collectors.joining());
  }

  private static String marked(Evidence evidence) {
    if (evidence.creditAnswers()) {
      return credit(evidence);
    }
    String text = evidence.quote().passage().text();
    return String.join(" ", evidence.marks().stream().map(mark -> mark.in(text)).toList());
  }
}
