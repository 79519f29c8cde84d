package org.pullquote.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pullquote.benchmark.Contender.Index;
import org.pullquote.benchmark.Contender.Result;
import org.pullquote.benchmark.QuestionSets.QuestionSet;
import org.pullquote.eval.AnswerableQuestions;
import org.pullquote.eval.AnswerableQuestions.Question;

/** One contender on all questions. Each is asked twice, and the second time is measured. */
final class Run {

  private final Contender contender;
  private final Map<QuestionSet, Figures> figures = new LinkedHashMap<>();
  private final List<Long> indexing = new ArrayList<>();

  Run(Contender contender) {
    this.contender = contender;
  }

  String name() {
    return contender.name();
  }

  void ask(QuestionSet set) throws Exception {
    Figures ofSet = figures.computeIfAbsent(set, any -> new Figures());
    contender.index(set.articles().getFirst().article()).close();
    for (AnswerableQuestions article : set.articles()) {
      long before = System.nanoTime();
      try (Index index = contender.index(article.article())) {
        indexing.add(System.nanoTime() - before);
        ask(index, article.questions(), new Figures());
        ask(index, article.questions(), ofSet);
      }
    }
  }

  private static void ask(Index index, List<Question> questions, Figures figures)
      throws Exception {
    for (Question question : questions) {
      long before = System.nanoTime();
      List<Result> results = index.ask(question.text());
      figures.add(question, results, System.nanoTime() - before);
    }
  }

  Figures figures(QuestionSet set) {
    return figures.getOrDefault(set, new Figures());
  }

  Figures allFigures() {
    Figures all = new Figures();
    figures.values().forEach(all::addAll);
    return all;
  }

  /** The time in which a share of the articles was indexed, in milliseconds. */
  double indexingMillis(double share) {
    return Figures.millis(indexing.stream().mapToLong(Long::longValue).toArray(), share);
  }
}
