package org.pullquote.eval;

import java.util.List;
import java.util.Set;

/**
 * A question with the answer that a person found.
 *
 * @param kind what sort of question it is, for the report
 * @param relevant ids of the passages that answer on their own; empty where the article does not
 * @param alsoOk ids of passages that are partial or background: neither credit nor penalty
 * @param answers words of a relevant passage that answer, or its credit; the shortest first
 * @param answerable whether the article answers
 * @param followUp whether it needs the turns before it
 */
public record LabelledQuestion(
    String id,
    String question,
    String kind,
    Set<String> relevant,
    Set<String> alsoOk,
    List<String> answers,
    boolean answerable,
    boolean followUp) {

  public LabelledQuestion {
    relevant = Set.copyOf(relevant);
    alsoOk = Set.copyOf(alsoOk);
    answers = List.copyOf(answers);
  }
}
