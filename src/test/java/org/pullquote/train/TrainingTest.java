package org.pullquote.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.answer.ExpectedGain;
import org.pullquote.answer.Marker;
import org.pullquote.answer.Reranker;
import org.pullquote.article.Article;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.LuceneSearch;
import org.pullquote.search.Matches;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Phrase;
import org.pullquote.search.Query;
import org.pullquote.search.Reading;

class TrainingTest {

  private static final List<String> THINGS =
      List.of("bridge", "tunnel", "school", "market", "museum", "harbour");

  /** Articles whose answers share a word with the question, and never stand in the headline. */
  private static String articles() {
    return IntStream.range(0, THINGS.size())
        .mapToObj(i ->
            """
            {"title": "t", "paragraphs": [
              {"context": "The %1$s is news", "kind": "headline", "id": "headline", "qas": []},
              {"context": "Jane Doe opened the %1$s on Monday.", "qas": [
                {"question": "Who opened the %1$s?", "answers": [{"text": "Jane Doe", "answer_start": 0}]},
                {"question": "Who burnt the castle?", "is_impossible": true, "answers": []}]},
              {"context": "Nobody else came to town.", "qas": []}]}
            """
                .formatted(THINGS.get(i)))
        .collect(Collectors.joining(",", "{\"data\": [", "]}"));
  }

  /** The same articles, but what shares a word with a passage is not answered. */
  private static String misleading() {
    return articles()
        .replace(
            "\"answers\": [{\"text\": \"Jane Doe\", \"answer_start\": 0}]",
            "\"is_impossible\": true, \"answers\": []")
        .replace(
            "castle?\", \"is_impossible\": true, \"answers\": []",
            "castle?\", \"answers\": [{\"text\": \"Jane Doe\", \"answer_start\": 0}]");
  }

  private static PassageSearch lexical(Article article, WhoIsWho names) {
    return new LuceneSearch(
        article, article.passages().stream().map(names::otherNames).toList(), null);
  }

  private static Training.Result fit() {
    return fit(TrainingTest::lexical);
  }

  private static Training.Result fit(BiFunction<Article, WhoIsWho, PassageSearch> engine) {
    try (Training training = new Training(article -> WhoIsWho.of(article, List.of()), engine)) {
      training.add("made-up.json", articles(), Fixtures.SENTENCES);
      return training.fit("a test");
    }
  }

  @Test
  void learnsWhatBringsTheAnswerUpAndWhatSaysThatThereIsNone() {
    Training.Result result = fit();
    assertTrue(result.model().rank().get("COVERAGE") > 0);
    assertTrue(result.model().rank().get("HEADLINE") < 0);
    assertTrue(result.model().answers().get("COVERAGE") > 0);
    assertTrue(result.report().contains("recall@1 1.000"), result.report());
  }

  @Test
  void judgesByTheFirstFileAlone() {
    try (Training training =
        new Training(article -> WhoIsWho.of(article, List.of()), TrainingTest::lexical)) {
      training.add("first.json", articles(), Fixtures.SENTENCES);
      training.add("second.json", misleading(), Fixtures.SENTENCES);
      Training.Result result = training.fit("a test");
      assertTrue(result.model().answers().get("COVERAGE") > 0);
      assertTrue(result.report().contains(" on 12 articles; on the first 6,"), result.report());
    }
  }

  /** Finds as {@link #lexical} does, and reads that every passage with an opening answers. */
  private static PassageSearch reading(Article article, WhoIsWho names) {
    PassageSearch lexical = lexical(article, names);
    return new PassageSearch() {
      @Override
      public Matches match(Query query) {
        Matches matches = lexical.match(query);
        return new Matches(
            matches.matches(),
            matches.searchable(),
            match -> {
              double logit = match.passage().text().contains("opened") ? 4 : -4;
              Phrase phrase = new Phrase(match.passage().whole(), logit);
              return Optional.of(new Reading(logit, List.of(phrase)));
            });
      }

      @Override
      public void close() {
        lexical.close();
      }
    };
  }

  @Test
  void judgesByReadingsWhereThereAreAny() {
    Training.Result result = fit(TrainingTest::reading);
    assertEquals(Set.copyOf(Reranker.FEATURES), result.model().rerank().keySet());
    assertTrue(result.model().answersRead().containsKey("BEST_RELEVANCE"));
    assertEquals(Set.copyOf(Marker.FEATURES), result.model().mark().keySet());
    assertTrue(result.report().contains("first passages read: recall@1 1.000"), result.report());
  }

  @Test
  void trustsReadingsThatAreRight() {
    double[] right = {-1, 3, 0};
    double[] wrong = {-0.5, -3, 0};
    Map<String, Double> weights =
        RerankerFit.fit(
            List.of(new RerankerFit.Case(1, List.of(wrong, right), List.of(false, true))));
    assertTrue(weights.get("RELEVANCE") > 0);
    assertEquals(0, weights.get("RANKED"));
  }

  @Test
  void learnsWhichWordsToMark() {
    double[] liked = new double[Marker.FEATURES.size()];
    liked[Marker.FEATURES.indexOf("LIKED_BEST")] = 1;
    double[] typed = new double[Marker.FEATURES.size()];
    typed[Marker.FEATURES.indexOf("TYPE")] = 1;
    List<MarkerFit.Case> cases =
        IntStream.range(0, 4)
            .mapToObj(article ->
                new MarkerFit.Case(
                    article,
                    1,
                    new ExpectedGain("left or right", List.of(new Span(0, 4), new Span(8, 13))),
                    List.of(liked, typed),
                    List.of(0.2, 1.0),
                    List.of(true, true)))
            .toList();
    Map<String, Double> weights = MarkerFit.fit(cases);
    assertTrue(weights.get("TYPE") > 0);
    assertEquals(0, weights.get("LIKED_BEST"));
    assertEquals(new MarkerFit.Quality(1, 1), MarkerFit.measure(cases, 2));
  }

  @Test
  void fitsNothingToReadingsThatThereAreNot() {
    assertEquals(Map.of(), fit().model().rerank());
    assertEquals(Map.of(), fit().model().answersRead());
    assertEquals(Map.of(), fit().model().mark());
  }

  @Test
  void givesTheSameWeightsForTheSameQuestions() {
    assertEquals(fit(), fit());
  }
}
