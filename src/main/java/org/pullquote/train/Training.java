package org.pullquote.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.FeatureTable;
import org.pullquote.answer.Judge;
import org.pullquote.answer.PassageFacts;
import org.pullquote.answer.Ranker;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.eval.LabelledQuestion;
import org.pullquote.eval.LabelledSets;
import org.pullquote.eval.LabelledSets.SquadArticle;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Matches;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Query;

/**
 * Fits the weights of the ranker and of the judge to labelled questions, and measures both on
 * articles that they were not fitted to.
 */
public final class Training {

  /** Articles are dealt to so many folds in turn. */
  private static final int FOLDS = 5;

  /** So many questions on the next article are put to each, which it does not answer. */
  private static final int STRANGE_QUESTIONS = 12;

  /** They are easy to tell, and rarer than questions on the topic. */
  private static final double STRANGE_WEIGHT = 0.3;

  private final Function<Article, WhoIsWho> whoIsWho;
  private final BiFunction<Article, WhoIsWho, PassageSearch> engine;
  private final List<Example> examples = new ArrayList<>();
  private int articles;

  /**
   * @param whoIsWho tells who is who in an article
   * @param engine makes the index of an article; it is closed after use
   */
  public Training(
      Function<Article, WhoIsWho> whoIsWho, BiFunction<Article, WhoIsWho, PassageSearch> engine) {
    this.whoIsWho = whoIsWho;
    this.engine = engine;
  }

  /**
   * Takes the questions of a SQuAD file. Each file counts the same in all, however long.
   *
   * @param name what to call the file in messages
   * @throws LabelledSets.MalformedException if the file is malformed
   */
  public void add(String name, String json, SentenceSplitter splitter) {
    List<SquadArticle> labelled = LabelledSets.squad(name, json, splitter);
    double questions = labelled.stream().mapToInt(each -> each.questions().size()).sum();
    for (int i = 0; i < labelled.size(); i++) {
      SquadArticle each = labelled.get(i);
      List<LabelledQuestion> strange =
          labelled.size() == 1
              ? List.of()
              : labelled.get((i + 1) % labelled.size()).questions().stream()
                  .limit(STRANGE_QUESTIONS)
                  .toList();
      WhoIsWho names = whoIsWho.apply(each.article());
      try (PassageSearch search = engine.apply(each.article(), names)) {
        PassageFacts facts = new PassageFacts(each.article(), names);
        each.questions()
            .forEach(asked -> add(search, facts, asked, asked.relevant(), 1 / questions));
        strange.forEach(asked -> add(search, facts, asked, Set.of(), STRANGE_WEIGHT / questions));
      }
      articles++;
    }
  }

  private void add(
      PassageSearch search,
      PassageFacts facts,
      LabelledQuestion question,
      Set<String> relevant,
      double weight) {
    Matches matches = search.match(Query.of(question.question()));
    if (matches.searchable()) {
      FeatureTable table = FeatureTable.of(question.question(), matches.matches(), facts, Set.of());
      examples.add(
          new Example(
              articles,
              weight,
              table,
              table.passages().stream().map(Passage::id).map(relevant::contains).toList()));
    }
  }

  /**
   * The weights, and how good they are.
   *
   * @param report a table for people to read
   */
  public record Result(AnswerModel model, String report) {}

  /**
   * Fits the weights. The judge is fitted to rankings by weights that did not see the article, as
   * it will meet them.
   *
   * @param made the command that is running, for the record
   */
  public Result fit(String made) {
    List<JudgeFit.Case> cases = new ArrayList<>();
    double[] recall = new double[3];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Ranker ranker =
          new Ranker(
              new AnswerModel(
                  made, RankerFit.fit(part(each -> each.article() % FOLDS != out)), Map.of()));
      for (Example example : part(each -> each.article() % FOLDS == out)) {
        List<Ranked> ranked = ranker.rank(example.table());
        cases.add(
            new JudgeFit.Case(
                example.article(),
                Judge.signs(example.table(), ranked),
                example.answerable(),
                example.weight()));
        count(example, ranked, recall);
      }
    }
    AnswerModel model = new AnswerModel(made, RankerFit.fit(examples), JudgeFit.fit(cases));
    return new Result(model, report(recall, cases));
  }

  private List<Example> part(Predicate<Example> which) {
    return examples.stream().filter(which).toList();
  }

  private static void count(Example example, List<Ranked> ranked, double[] recall) {
    if (example.answerable()) {
      recall[0] += example.weight();
      recall[1] += example.relevant().get(ranked.getFirst().row()) ? example.weight() : 0;
      recall[2] +=
          ranked.stream().limit(3).anyMatch(each -> example.relevant().get(each.row()))
              ? example.weight()
              : 0;
    }
  }

  private String report(double[] recall, List<JudgeFit.Case> cases) {
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            Locale.ROOT,
            "%d questions on %d articles; on articles not fitted to (%d folds):%n"
                + "recall@1 %.3f, recall@3 %.3f%n%n"
                + "%-12s %20s %22s%n",
            examples.size(),
            articles,
            FOLDS,
            recall[1] / recall[0],
            recall[2] / recall[0],
            "confidence",
            "answerable, refused",
            "unanswerable, answered"));
    List<Judged> judged = judged(cases);
    double all = judged.stream().filter(Judged::answerable).mapToDouble(Judged::weight).sum();
    double others =
        judged.stream().filter(each -> !each.answerable()).mapToDouble(Judged::weight).sum();
    for (double at = 0.1; at < 0.96; at += 0.05) {
      double threshold = at;
      report.append(
          String.format(
              Locale.ROOT,
              "%-12.2f %20.3f %22.3f%n",
              at,
              judged.stream()
                      .filter(each -> each.answerable() && each.confidence() < threshold)
                      .mapToDouble(Judged::weight)
                      .sum()
                  / all,
              judged.stream()
                      .filter(each -> !each.answerable() && each.confidence() >= threshold)
                      .mapToDouble(Judged::weight)
                      .sum()
                  / others));
    }
    return report.toString();
  }

  /** A case, judged by weights that were not fitted to its article. */
  private record Judged(double confidence, boolean answerable, double weight) {}

  private static List<Judged> judged(List<JudgeFit.Case> cases) {
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      List<JudgeFit.Case> others =
          cases.stream().filter(each -> each.article() % FOLDS != out).toList();
      Judge judge = new Judge(new AnswerModel("", Map.of(), JudgeFit.fit(others)));
      cases.stream()
          .filter(each -> each.article() % FOLDS == out)
          .map(each -> new Judged(judge.confidence(each.signs()), each.answerable(), each.weight()))
          .forEach(judged::add);
    }
    judged.sort(Comparator.comparingDouble(Judged::confidence));
    return judged;
  }
}
