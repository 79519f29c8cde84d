package org.pullquote.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.Context;
import org.pullquote.answer.FeatureTable;
import org.pullquote.answer.Judge;
import org.pullquote.answer.Marker;
import org.pullquote.answer.PassageFacts;
import org.pullquote.answer.Ranker;
import org.pullquote.answer.Reranker;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.ResourceLines;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.eval.LabelledQuestion;
import org.pullquote.eval.LabelledSets;
import org.pullquote.eval.LabelledSets.SquadArticle;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Matches;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Query;

/**
 * Fits the weights of the ranker, the judge and the marker to labelled questions, and measures them
 * on articles that they were not fitted to.
 */
public final class Training implements AutoCloseable {

  /** Articles are dealt to so many folds in turn. */
  private static final int FOLDS = 5;

  /** So many questions on the next article are put to each, which it does not answer. */
  private static final int STRANGE_QUESTIONS = 12;

  /** What they count together, beside a file's own questions: they are easy to tell. */
  private static final double STRANGE_WEIGHT = 0.105;

  /** So many requests that have nothing to do with any article are put to each, in turn. */
  private static final int OFF_TOPIC_REQUESTS = 8;

  /**
   * What they count together, beside a file's own questions. Nobody forgives a quote in answer to
   * "tell me a joke".
   */
  private static final double OFF_TOPIC_WEIGHT = 0.165;

  private static final List<String> OFF_TOPIC =
      ResourceLines.of(Training.class, "off-topic-requests-en.txt");

  private final Function<Article, WhoIsWho> whoIsWho;
  private final BiFunction<Article, WhoIsWho, PassageSearch> engine;
  private final List<Example> examples = new ArrayList<>();
  private final List<PassageSearch> open = new ArrayList<>();
  private int articles;
  private int judged;

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
   * Takes the questions of a SQuAD file. Each file counts the same in all, however long; but the
   * judge goes by the first alone: what an article does not answer is asked otherwise in each.
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
      double part = 1.0 / labelled.size();
      strange.forEach(
          asked -> add(search, facts, asked, Set.of(), STRANGE_WEIGHT * part / STRANGE_QUESTIONS));
      offTopic(articles)
          .forEach(asked ->
              add(search, facts, asked, Set.of(), OFF_TOPIC_WEIGHT * part / OFF_TOPIC_REQUESTS));
      articles++;
    }
    judged = judged == 0 ? articles : judged;
  }

  private static List<LabelledQuestion> offTopic(int article) {
    return IntStream.range(0, OFF_TOPIC_REQUESTS)
        .mapToObj(i -> OFF_TOPIC.get((article * OFF_TOPIC_REQUESTS + i) % OFF_TOPIC.size()))
        .map(request ->
            new LabelledQuestion(
                request, request, "offtopic", Set.of(), Set.of(), List.of(), false, false))
        .toList();
  }

  private void add(
      PassageSearch search,
      PassageFacts facts,
      LabelledQuestion question,
      Set<String> relevant,
      double weight) {
    Matches matches = search.match(Query.of(question.question()));
    if (matches.searchable()) {
      FeatureTable table =
          FeatureTable.of(question.question(), matches.matches(), facts, Context.NONE);
      examples.add(
          new Example(
              articles,
              weight,
              question,
              new Marker(question.question(), facts.names(), AnswerModel.ofMark(Map.of())),
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
                "%d questions on %d articles; on the first %d, where not fitted to (%d folds):%n",
                examples.size(),
                articles,
                judged,
                FOLDS)
            + TradeOff.report("ranked", Judge.SIGNS, judged(ranked), FOLDS);
    AnswerModel model =
        new AnswerModel(
            made,
            RankerFit.fit(examples),
            judge(Judge.SIGNS, judged(ranked)),
            Map.of(),
            Map.of(),
            Map.of());
    boolean canRead = ranked.stream().anyMatch(each -> !each.reranking().features().isEmpty());
    return canRead ? withReading(model, report, ranked) : new Result(model, report);
  }

  /** The same, with weights for what is read of the first passages. */
  private Result withReading(AnswerModel model, String report, List<Held> ranked) {
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
    List<MarkerFit.Case> marking = read.stream().flatMap(Held::marking).toList();
    MarkerFit.Quality marks = MarkerFit.measure(marking, FOLDS);
    return new Result(
        new AnswerModel(
            model.made(),
            model.rank(),
            model.answers(),
            rerank(ranked),
            judge(Judge.READ_SIGNS, judged(read)),
            MarkerFit.fit(marking)),
        report
            + TradeOff.report("first passages read", Judge.READ_SIGNS, judged(read), FOLDS)
            + String.format(
                Locale.ROOT,
                "%nwords marked in a passage that answers: F1 %.3f, hold some of the answer %.3f%n",
                marks.f1(),
                marks.overlap()));
  }

  /** Those that the judge goes by. */
  private List<Held> judged(List<Held> held) {
    return held.stream().filter(each -> each.example().article() < judged).toList();
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
