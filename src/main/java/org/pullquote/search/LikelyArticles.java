package org.pullquote.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.pullquote.search.EnglishAnalysis.Asked;

/** Finds the articles that are likely to answer: by words of passages and of whole articles. */
final class LikelyArticles {

  private static final int MOST_HITS = 100;

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

  private final EnglishAnalysis analysis = new EnglishAnalysis();
  private final @Nullable TextModel model;

  /**
   * @param model says what a question means; null to go by words alone
   */
  LikelyArticles(@Nullable TextModel model) {
    this.model = model;
  }

  List<LikelyArticle> of(IndexSearcher searcher, Query query, int most) throws IOException {
    Map<String, Double> scores = new HashMap<>();
    Asked asked = analysis.asked(query.question());
    Asked before = analysis.asked(query.context());
    if (asked.tokens().isEmpty() && before.tokens().isEmpty()) {
      return List.of();
    }
    Map<String, Float> passage =
        Map.of(LibraryDocuments.PASSAGE, 1f, LibraryDocuments.OTHER_NAMES, BESIDE_WEIGHT);
    Map<String, Float> whole =
        Map.of(LibraryDocuments.ALL, 1f, LibraryDocuments.HEADLINE, BESIDE_WEIGHT);
    add(scores, searcher, words(asked, before, passage), 1);
    add(scores, searcher, words(asked, before, whole), 1);
    if (model != null) {
      float[] meaning =
          model.question((query.question() + " " + query.context()).strip()).meaning();
      add(scores, searcher, near(meaning), MEANING_WEIGHT);
    }
    List<Map.Entry<String, Double>> best =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .toList();
    List<LikelyArticle> likely = new ArrayList<>();
    for (Map.Entry<String, Double> each : best) {
      LuceneLibraryIndex.file(searcher, each.getKey())
          .ifPresent(file -> likely.add(new LikelyArticle(file, each.getValue())));
    }
    return likely;
  }

  /**
   * The passages that mean what is nearest: found by vectors of four bits a number, ordered by
   * those of floats, which are kept beside them. On real passages, the first one answers for 1 in
   * 100 questions more than ordered by four bits, and it takes a tenth of a millisecond longer.
   */
  private static org.apache.lucene.search.Query near(float[] meaning) {
    return RescoreTopNQuery.createFullPrecisionRescorerQuery(
        new KnnFloatVectorQuery(LibraryDocuments.MEANING, meaning, MOST_HITS),
        meaning,
        LibraryDocuments.MEANING,
        MOST_HITS);
  }

  private static BooleanQuery words(Asked asked, Asked before, Map<String, Float> fields) {
    Map<String, Float> terms = new HashMap<>();
    before.terms().forEach(term -> terms.put(term, CONTEXT_WEIGHT));
    asked.terms().forEach(term -> terms.put(term, 1f));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    fields.forEach((field, boost) ->
        terms.forEach((term, weight) ->
            query.add(
                new BoostQuery(new TermQuery(new Term(field, term)), boost * weight),
                BooleanClause.Occur.SHOULD)));
    return query.build();
  }

  /** Adds to each article's score its best hit's, as a part of the best hit of all. */
  private static void add(
      Map<String, Double> scores,
      IndexSearcher searcher,
      org.apache.lucene.search.Query query,
      double weight)
      throws IOException {
    ScoreDoc[] hits = searcher.search(query, MOST_HITS).scoreDocs;
    Map<String, Double> best = new HashMap<>();
    for (ScoreDoc hit : hits) {
      best.putIfAbsent(file(searcher, hit.doc), hit.score / (double) hits[0].score);
    }
    best.forEach((file, score) -> scores.merge(file, weight * score, Double::sum));
  }

  private static String file(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedDocValues files = DocValues.getSorted(leaf.reader(), LibraryDocuments.FILE);
    files.advanceExact(doc - leaf.docBase);
    return files.lookupOrd(files.ordValue()).utf8ToString();
  }
}
