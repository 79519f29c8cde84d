package org.pullquote.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.FeatureTable;
import org.pullquote.answer.Judge;
import org.pullquote.answer.PassageFacts;
import org.pullquote.answer.Ranker;
import org.pullquote.answer.Reranker;
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
public final class Training implements AutoCloseable {

  /** Articles are dealt to so many folds in turn. */
  private static final int FOLDS = 5;

  /** So many questions on the next article are put to each, which it does not answer. */
  private static final int STRANGE_QUESTIONS = 12;

  /** They are easy to tell, and rarer than questions on the topic. */
  private static final double STRANGE_WEIGHT = 0.3;

  private final Function<Article, WhoIsWho> whoIsWho;
  private final BiFunction<Article, WhoIsWho, PassageSearch> engine;
  private final List<Example> examples = new ArrayList<>();
  private final List<PassageSearch> open = new ArrayList<>();
  private int articles;

  /**
   * @param whoIsWho tells who is who in an article
   * @param engine makes the index of an article; closed with this
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
      PassageSearch search = engine.apply(each.article(), names);
      open.add(search);
      PassageFacts facts = new PassageFacts(each.article(), names);
      each.questions().forEach(asked -> add(search, facts, asked, asked.relevant(), 1 / questions));
      strange.forEach(asked -> add(search, facts, asked, Set.of(), STRANGE_WEIGHT / questions));
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
              table.passages().stream().map(Passage::id).map(relevant::contains).toList(),
              matches));
    }
  }

  /**
   * The weights, and how good they are.
   *
   * @param report a table for people to read
   */
  public record Result(AnswerModel model, String report) {}

  /**
   * Fits the weights. The reranker and the judge are fitted to rankings by weights that did not see
   * the article, as they will meet them.
   *
   * @param made the command that is running, for the record
   */
  public Result fit(String made) {
    List<Held> ranked = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Ranker ranker =
          new Ranker(
              AnswerModel.ofRank(
                  RankerFit.fit(
                      examples.stream().filter(each -> each.article() % FOLDS != out).toList())));
      examples.stream()
          .filter(each -> each.article() % FOLDS == out)
          .forEach(each -> ranked.add(Held.of(each, ranker)));
    }
    String report =
        String.format(
                Locale.ROOT,
                "%d questions on %d articles; on articles not fitted to (%d folds):%n",
                examples.size(),
                articles,
                FOLDS)
            + TradeOff.report("ranked", Judge.SIGNS, ranked, FOLDS);
    AnswerModel model =
        new AnswerModel(
            made, RankerFit.fit(examples), judge(Judge.SIGNS, ranked), Map.of(), Map.of());
    boolean canRead = ranked.stream().anyMatch(each -> !each.reranking().features().isEmpty());
    return canRead ? withReading(model, report, ranked) : new Result(model, report);
  }

  /** The same, with weights for what is read of the first passages. */
  private static Result withReading(AnswerModel model, String report, List<Held> ranked) {
    List<Held> read = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Reranker reranker =
          new Reranker(
              AnswerModel.ofRerank(
                  rerank(
                      ranked.stream()
                          .filter(each -> each.example().article() % FOLDS != out)
                          .toList())));
      ranked.stream()
          .filter(each -> each.example().article() % FOLDS == out)
          .forEach(each -> read.add(each.read(reranker)));
    }
    return new Result(
        new AnswerModel(
            model.made(),
            model.rank(),
            model.answers(),
            rerank(ranked),
            judge(Judge.READ_SIGNS, read)),
        report + TradeOff.report("first passages read", Judge.READ_SIGNS, read, FOLDS));
  }

  private static Map<String, Double> rerank(List<Held> ranked) {
    return RerankerFit.fit(ranked.stream().map(Held::reranking).toList());
  }

  private static Map<String, Double> judge(List<String> signs, List<Held> held) {
    return JudgeFit.fit(signs, held.stream().map(Held::judging).toList());
  }

  @Override
  public void close() {
    open.forEach(PassageSearch::close);
  }
}
