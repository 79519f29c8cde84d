package org.pullquote.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.pullquote.answer.ExpectedGain;
import org.pullquote.answer.FeatureTable;
import org.pullquote.answer.Marker;
import org.pullquote.answer.Marker.Candidate;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.answer.Reranker;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.eval.LabelledQuestion;
import org.pullquote.eval.Occurrences;
import org.pullquote.eval.TokenF1;
import org.pullquote.search.Matches;
import org.pullquote.search.Reading;

/** A labelled question with what is measured for it. */
final class Example {

  private final int article;
  private final double weight;
  private final FeatureTable table;
  private final List<Boolean> relevant;
  private final List<double[]> rows;
  private final Matches matches;
  private final LabelledQuestion question;
  private final Marker marker;
  private final Map<Integer, Optional<Reading>> readings = new ConcurrentHashMap<>();

  /**
   * @param article the number of the article it is on: folds never divide an article
   * @param weight how much it counts
   * @param question as it was labelled, of this article or of another
   * @param marker for that question
   * @param relevant for each row of the table, whether that passage answers; none does where the
   *     article does not answer
   * @param matches the rows of the table
   */
  Example(
      int article,
      double weight,
      LabelledQuestion question,
      Marker marker,
      FeatureTable table,
      List<Boolean> relevant,
      Matches matches) {
    this.question = question;
    this.marker = marker;
    this.article = article;
    this.weight = weight;
    this.table = table;
    this.relevant = List.copyOf(relevant);
    this.matches = matches;
    rows = IntStream.range(0, relevant.size()).mapToObj(table::standard).toList();
  }

  int article() {
    return article;
  }

  double weight() {
    return weight;
  }

  FeatureTable table() {
    return table;
  }

  List<Boolean> relevant() {
    return relevant;
  }

  /** The standardised features of each passage. */
  List<double[]> rows() {
    return rows;
  }

  boolean answerable() {
    return relevant.contains(true);
  }

  /**
   * Words that may answer, in a passage that does.
   *
   * @return nothing where the passage holds none of the labelled answers
   */
  Optional<MarkerFit.Case> marking(int row, Reading reading) {
    Passage passage = table.passages().get(row);
    List<Span> answers = Occurrences.of(question.answers(), passage.text());
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> candidates =
        marker.candidates(matches.matches().get(row), Optional.of(reading));
    return Optional.of(
        new MarkerFit.Case(
            article,
            weight,
            new ExpectedGain(passage.text(), candidates.stream().map(Candidate::span).toList()),
            candidates.stream().map(Candidate::features).toList(),
            candidates.stream()
                .map(each -> TokenF1.best(each.span().in(passage.text()), question.answers()))
                .toList(),
            candidates.stream()
                .map(each -> answers.stream().anyMatch(each.span()::overlaps))
                .toList()));
  }

  /** The first passages of a ranking, read; each only once, whatever the ranking. */
  Map<Integer, Reading> read(List<Ranked> ranked) {
    return Reranker.read(
        ranked,
        row ->
            readings.computeIfAbsent(
                row, each -> matches.reader().read(matches.matches().get(each))));
  }
}
