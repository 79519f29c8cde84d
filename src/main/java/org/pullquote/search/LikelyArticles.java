package org.pullquote.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pullquote.search.EnglishAnalysis.Asked;
import org.pullquote.search.HitSearch.Hit;
import org.pullquote.search.HitSearch.Meaning;
import org.pullquote.search.HitSearch.Wanted;
import org.pullquote.search.HitSearch.Words;

/**
 * Finds the articles that are likely to answer, by words of passages and of whole articles and by
 * what passages mean; the same for all engines.
 */
public final class LikelyArticles {

  private static final int MOST_HITS = 100;

  /**
   * An article whose best passage is not among the hits by meaning gains nothing by it, so what a
   * graph misses near the last of them shows. The embedded one has four bits a number: of one and a
   * half times as many candidates, it missed an article for 10 of 562 questions.
   */
  private static final int CANDIDATES = 3 * MOST_HITS;

  /** As in {@link LexicalScorer}. */
  private static final float CONTEXT_WEIGHT = 0.4f;

  /**
   * How much the best passage by its meaning counts beside the best one by its words and the best
   * article by all its words, 1 each. On labelled news 4 is better than 0, 1 and 2: the right
   * article is among the first five for 93 of 100 questions, by words alone for 91.
   */
  private static final double MEANING_WEIGHT = 4;

  /** How much a match of another name, or of the headline, counts beside one in the text. */
  private static final float BESIDE_WEIGHT = 0.5f;

  private static final Map<String, Float> PASSAGE =
      new TreeMap<>(Map.of(LibraryFields.PASSAGE, 1f, LibraryFields.OTHER_NAMES, BESIDE_WEIGHT));
  private static final Map<String, Float> WHOLE =
      new TreeMap<>(Map.of(LibraryFields.ALL, 1f, LibraryFields.HEADLINE, BESIDE_WEIGHT));

  private final EnglishAnalysis analysis = new EnglishAnalysis();
  private final @Nullable TextModel model;

  /**
   * @param model says what a question means; null to go by words alone
   */
  public LikelyArticles(@Nullable TextModel model) {
    this.model = model;
  }

  /**
   * The articles that are likeliest to answer, best first.
   *
   * @param most how many at the most
   */
  public List<LikelyArticle> of(HitSearch engine, Query query, int most) throws IOException {
    Asked asked = analysis.asked(query.question());
    Asked before = analysis.asked(query.context());
    if (asked.tokens().isEmpty() && before.tokens().isEmpty()) {
      return List.of();
    }
    Map<String, Float> terms = new TreeMap<>();
    before.terms().forEach(term -> terms.put(term, CONTEXT_WEIGHT));
    asked.terms().forEach(term -> terms.put(term, 1f));
    List<Wanted> searches =
        new ArrayList<>(List.of(new Words(PASSAGE, terms), new Words(WHOLE, terms)));
    if (model != null) {
      String text = (query.question() + " " + query.context()).strip();
      searches.add(new Meaning(model.question(text).meaning(), CANDIDATES));
    }
    Map<String, Double> scores = new HashMap<>();
    List<List<Hit>> hits = engine.hits(searches, MOST_HITS);
    for (int i = 0; i < hits.size(); i++) {
      add(scores, hits.get(i), searches.get(i) instanceof Meaning ? MEANING_WEIGHT : 1);
    }
    return best(engine, scores, most);
  }

  /** Adds to each article's score its best hit's, as a part of the best hit of all. */
  private static void add(Map<String, Double> scores, List<Hit> hits, double weight) {
    Map<String, Double> best = new HashMap<>();
    for (Hit hit : hits) {
      best.putIfAbsent(hit.file(), hit.score() / (double) hits.getFirst().score());
    }
    best.forEach((file, score) -> scores.merge(file, weight * score, Double::sum));
  }

  private static List<LikelyArticle> best(HitSearch engine, Map<String, Double> scores, int most)
      throws IOException {
    List<String> best =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    return engine.files(best).stream()
        .map(file -> new LikelyArticle(file, scores.getOrDefault(file.file(), 0.0)))
        .toList();
  }
}
