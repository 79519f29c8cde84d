package org.pullquote.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;

/** The figures of an evaluation, as a table by kind and as one JSON object. */
public final class Report {

  private static final String ROW = "%-22s %5s %7s %7s %7s %7s %8s %9s%n";

  private final List<Outcome> single;
  private final List<Outcome> turns;

  Report(List<Outcome> single, List<Outcome> turns) {
    this.single = List.copyOf(single);
    this.turns = List.copyOf(turns);
  }

  /** The figures by kind of question, for people. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT, ROW, "kind", "n", "R@1", "R@3", "MRR@10", "shown", "refused", "answered"));
    table.append(
        String.format(Locale.ROOT, ROW, "", "", "", "", "", "prec.", "(wrongly)", "(wrongly)"));
    if (!single.isEmpty()) {
      byKind(single).forEach((kind, outcomes) -> table.append(row(kind, outcomes)));
      table.append(row("all", single));
    }
    if (!turns.isEmpty()) {
      table.append(row("opening turns", turns(turn -> !turn.label().followUp())));
      table.append(row("follow-up turns", turns(turn -> turn.label().followUp())));
    }
    return table.toString();
  }

  /** The questions that went wrong, a line each: what was to be found, and what was. */
  public String misses() {
    StringBuilder misses = new StringBuilder();
    for (Outcome outcome : all()) {
      boolean answerable = outcome.label().answerable();
      boolean mismarked =
          outcome.quoted()
              && outcome.rank() == 1
              && !outcome.label().answers().isEmpty()
              && !outcome.answerMarked();
      String fault =
          answerable
              ? (outcome.quoted() ? "" : "refused ")
                  + (outcome.rank() == 1 ? "" : "misranked")
                  + (mismarked ? "mismarked" : "")
              : outcome.quoted() ? "answered" : "";
      if (!fault.isBlank()) {
        misses.append(
            String.format(
                Locale.ROOT,
                "%-18s %-12s %.2f  %s  [%s, not %s]%s%n",
                fault.strip(),
                outcome.label().kind(),
                outcome.answer().confidence(),
                outcome.label().question(),
                outcome.answer().ranked().stream()
                    .limit(3)
                    .map(Passage::id)
                    .collect(Collectors.joining(" ")),
                String.join(" ", outcome.label().relevant()),
                mismarked
                    ? " “"
                        + outcome.firstMarked()
                        + "”, not “"
                        + String.join("”/“", outcome.label().answers())
                        + "”"
                    : ""));
      }
    }
    return misses.toString();
  }

  private List<Outcome> turns(Predicate<Outcome> which) {
    return turns.stream().filter(which).toList();
  }

  private static Map<String, List<Outcome>> byKind(List<Outcome> outcomes) {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                outcome -> outcome.label().kind(), TreeMap::new, Collectors.toList()));
  }

  private static String row(String name, List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        ROW,
        name,
        outcomes.size(),
        cell(recall(outcomes, 1)),
        cell(recall(outcomes, 3)),
        cell(reciprocalRank(outcomes)),
        cell(shownPrecision(outcomes)),
        cell(refusedAnswerable(outcomes)),
        cell(answeredUnanswerable(outcomes)));
  }

  private static String cell(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** All figures under the keys of the command-line contract; null where one does not apply. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("questions", single.size() + turns.size());
    json.put("recall_at_1", recall(single, 1));
    json.put("recall_at_3", recall(single, 3));
    json.put("mrr_at_10", reciprocalRank(single));
    json.put("shown_precision", shownPrecision(single));
    json.put("answered_unanswerable", answeredUnanswerable(single));
    json.put("refused_answerable", refusedAnswerable(single));
    json.put("answerability_auroc", auroc(single));
    json.put(
        "answer_in_highlight", mean(answerable(single), outcome -> outcome.answerMarked() ? 1 : 0));
    json.put("highlight_f1", mean(answerable(single), Outcome::highlightF1));
    json.put("verbatim", verbatim(all()));
    json.put("dialogue_recall_at_1", recall(turns(turn -> turn.label().followUp()), 1));
    ObjectNode latency = json.putObject("latency_ms");
    latency.put("p50", latency(0.50));
    latency.put("p95", latency(0.95));
    latency.put("p99", latency(0.99));
    return json;
  }

  private List<Outcome> all() {
    return Stream.of(single, turns).flatMap(Collection::stream).toList();
  }

  private static List<Outcome> answerable(List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.label().answerable()).toList();
  }

  private static List<Outcome> unanswerable(List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> !outcome.label().answerable()).toList();
  }

  private static @Nullable Double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.isEmpty()
        ? null
        : Double.valueOf(outcomes.stream().mapToDouble(value).average().orElseThrow());
  }

  private static @Nullable Double recall(List<Outcome> outcomes, int at) {
    return mean(
        answerable(outcomes), outcome -> outcome.rank() >= 1 && outcome.rank() <= at ? 1 : 0);
  }

  private static @Nullable Double reciprocalRank(List<Outcome> outcomes) {
    return mean(
        answerable(outcomes),
        outcome -> outcome.rank() >= 1 && outcome.rank() <= 10 ? 1.0 / outcome.rank() : 0);
  }

  /** Of the passages shown as an answer to any question, those that are right to show. */
  private static @Nullable Double shownPrecision(List<Outcome> outcomes) {
    List<Outcome> quoted = outcomes.stream().filter(Outcome::quoted).toList();
    long shown = quoted.stream().mapToLong(outcome -> outcome.shown().size()).sum();
    long acceptable = quoted.stream().mapToLong(Outcome::shownAcceptable).sum();
    return shown == 0 ? null : Double.valueOf((double) acceptable / shown);
  }

  private static @Nullable Double refusedAnswerable(List<Outcome> outcomes) {
    return mean(answerable(outcomes), outcome -> outcome.quoted() ? 0 : 1);
  }

  private static @Nullable Double answeredUnanswerable(List<Outcome> outcomes) {
    return mean(unanswerable(outcomes), outcome -> outcome.quoted() ? 1 : 0);
  }

  /** The chance that an answerable question is answered with more confidence than another. */
  private static @Nullable Double auroc(List<Outcome> outcomes) {
    List<Outcome> answerable = answerable(outcomes);
    List<Outcome> unanswerable = unanswerable(outcomes);
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      return null;
    }
    double won = 0;
    for (Outcome yes : answerable) {
      for (Outcome no : unanswerable) {
        won += (1 + Math.signum(yes.answer().confidence() - no.answer().confidence())) / 2;
      }
    }
    return won / ((double) answerable.size() * unanswerable.size());
  }

  private static @Nullable Double verbatim(List<Outcome> outcomes) {
    int quotes = outcomes.stream().mapToInt(Outcome::quotes).sum();
    int verbatim = outcomes.stream().mapToInt(Outcome::verbatim).sum();
    return quotes == 0 ? null : Double.valueOf((double) verbatim / quotes);
  }

  /** The latency that a share of the questions kept to, by nearest rank, in milliseconds. */
  private @Nullable Double latency(double share) {
    long[] nanos = all().stream().mapToLong(Outcome::nanos).sorted().toArray();
    return nanos.length == 0
        ? null
        : Double.valueOf(nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6);
  }
}
