package org.pullquote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.search.EnglishAnalysis.Asked;
import org.pullquote.search.EnglishAnalysis.Token;
import org.pullquote.search.Ranking.Hit;

/**
 * One Lucene index over the passages of an article and over their sentences. A passage scores by
 * BM25 what it holds of the question, plus half of what its best sentence does, which finds the
 * answer inside a long paragraph, plus a part of what its characters share with the question, which
 * finds it behind another form of a word and behind a slip of the thumb.
 *
 * <p>What a passage <em>is</em> can be asked for as well: a caption is a photo and has a credit.
 * Those words have a field of their own and count less than what the passage says.
 */
public final class LuceneSearch implements PassageSearch {

  private static final double SENTENCE_WEIGHT = 0.5;
  private static final float ABOUT_WEIGHT = 0.5f;

  /** On the labelled dialogues anything from 0.2 to 0.7 ranks alike; 1 ranks and refuses worse. */
  private static final float CONTEXT_WEIGHT = 0.4f;

  private static final double GRAM_WEIGHT = 0.3;

  /**
   * A question about somebody whom the article does not name is not answered by what it says of
   * others. Fitted on labelled news: wrong answers −.04 to −.06, wrong refusals +.01 at most.
   */
  private static final double MISSING_NAME_WEIGHT = 3;

  /** Of a question: Lucene refuses queries of more than 1024 clauses. */
  private static final int MOST_GRAMS = 400;

  private static final String PASSAGE = "passage";
  private static final String SENTENCE = "sentence";
  private static final String ABOUT = "about";
  private static final String GRAMS = "grams";
  private static final String ORDINAL = "ordinal";

  private final List<Passage> passages;
  private final EnglishAnalysis analysis = new EnglishAnalysis();
  private final CharacterGrams grams = new CharacterGrams();
  private final Analyzer analyzers = new PerFieldAnalyzerWrapper(analysis, Map.of(GRAMS, grams));
  private final Directory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** Indexes an article, in memory. */
  public LuceneSearch(Article article) {
    passages = article.passages();
    try {
      write();
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("indexing in memory failed", e);
    }
    searcher = new IndexSearcher(reader);
  }

  private void write() throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzers))) {
      for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
        Passage passage = passages.get(ordinal);
        Document whole = document(ordinal, PASSAGE, passage.text());
        whole.add(new TextField(ABOUT, about(passage), Field.Store.NO));
        whole.add(new TextField(GRAMS, passage.text(), Field.Store.NO));
        writer.addDocument(whole);
        for (Span sentence : passage.sentences()) {
          writer.addDocument(document(ordinal, SENTENCE, sentence.in(passage.text())));
        }
      }
    }
  }

  private static Document document(int ordinal, String field, String text) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ORDINAL, ordinal));
    document.add(new TextField(field, text, Field.Store.NO));
    return document;
  }

  /** Words for what a passage is, whatever it says. */
  private static String about(Passage passage) {
    return switch (passage.kind()) {
      case CAPTION ->
          "photo photograph picture pic image caption "
              + (passage.credit() == null ? "" : "credit photographer " + passage.credit());
      case HEADLINE -> "headline title topic subject summary";
      case STANDFIRST -> "standfirst summary";
      case PARAGRAPH -> "";
    };
  }

  @Override
  public Ranking rank(String question, String context, int limit) {
    Asked asked = analysis.asked(question);
    Asked before = analysis.asked(context);
    Map<String, Float> weights = weights(asked.terms(), before.terms());
    if (weights.isEmpty()) {
      return new Ranking(List.of(), false);
    }
    try {
      double[] scores = scores(weights, weights(grams(asked), grams(before)));
      Map<String, Double> idf =
          idf(asked.terms().isEmpty() ? before.terms() : asked.terms(), asked.names());
      return new Ranking(
          IntStream.range(0, scores.length)
              .filter(ordinal -> scores[ordinal] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble(ordinal -> -scores[ordinal]))
              .limit(limit)
              .map(ordinal -> hit(passages.get(ordinal), scores[ordinal], weights.keySet(), idf))
              .toList(),
          true);
    } catch (IOException e) {
      throw new UncheckedIOException("searching in memory failed", e);
    }
  }

  /** What to search by: the question's own, and what it follows upon for less. */
  private static Map<String, Float> weights(List<String> own, List<String> context) {
    Map<String, Float> weights = new LinkedHashMap<>();
    context.forEach(term -> weights.put(term, CONTEXT_WEIGHT));
    own.forEach(term -> weights.put(term, 1f));
    return weights;
  }

  private List<String> grams(Asked asked) {
    return EnglishAnalysis.tokens(grams, asked.words()).stream()
        .map(Token::term)
        .limit(MOST_GRAMS)
        .toList();
  }

  /** The score of each passage, by its place in the article. */
  private double[] scores(Map<String, Float> terms, Map<String, Float> grams) throws IOException {
    double[] whole = best(query(terms, Map.of(PASSAGE, 1f, ABOUT, ABOUT_WEIGHT)));
    double[] sentence = best(query(terms, Map.of(SENTENCE, 1f)));
    double[] gram = best(query(grams, Map.of(GRAMS, 1f)));
    double[] scores = new double[passages.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = whole[i] + SENTENCE_WEIGHT * sentence[i] + GRAM_WEIGHT * gram[i];
    }
    return scores;
  }

  private static Query query(Map<String, Float> terms, Map<String, Float> fields) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    fields.forEach((field, weight) ->
        terms.forEach((term, boost) ->
            builder.add(
                new BoostQuery(new TermQuery(new Term(field, term)), weight * boost),
                BooleanClause.Occur.SHOULD)));
    return builder.build();
  }

  /** The best score of each passage's documents, by its place in the article. */
  private double[] best(Query query) throws IOException {
    double[] best = new double[passages.size()];
    ScoreDoc[] found = searcher.search(query, reader.maxDoc()).scoreDocs;
    // Doc values are read in the order of the documents.
    Arrays.sort(found, Comparator.comparingInt(scored -> scored.doc));
    NumericDocValues ordinals = MultiDocValues.getNumericValues(reader, ORDINAL);
    for (ScoreDoc scored : found) {
      ordinals.advanceExact(scored.doc);
      int ordinal = (int) ordinals.longValue();
      best[ordinal] = Math.max(best[ordinal], scored.score);
    }
    return best;
  }

  /**
   * How rare each term is among the passages, as BM25 has it: most of all where none has it, and
   * more so if it is a name.
   */
  private Map<String, Double> idf(Collection<String> terms, Set<String> names) throws IOException {
    Map<String, Double> idf = new HashMap<>();
    for (String term : terms) {
      int holding =
          Math.max(reader.docFreq(new Term(PASSAGE, term)), reader.docFreq(new Term(ABOUT, term)));
      double weight = holding == 0 && names.contains(term) ? MISSING_NAME_WEIGHT : 1;
      idf.put(term, weight * Math.log(1 + (passages.size() - holding + 0.5) / (holding + 0.5)));
    }
    return idf;
  }

  private Hit hit(Passage passage, double score, Set<String> terms, Map<String, Double> idf) {
    List<Token> matching =
        analysis.tokens(passage.text()).stream()
            .filter(token -> terms.contains(token.term()))
            .toList();
    Set<String> held = new HashSet<>();
    matching.forEach(token -> held.add(token.term()));
    analysis.tokens(about(passage)).forEach(token -> held.add(token.term()));
    double all = idf.values().stream().mapToDouble(Double::doubleValue).sum();
    double covered =
        idf.entrySet().stream()
            .filter(entry -> held.contains(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return new Hit(passage, score, covered / all, joined(matching, passage.text()));
  }

  /** Matching words side by side, or joined by a hyphen or an apostrophe, are marked as one. */
  private static List<Span> joined(List<Token> tokens, String text) {
    List<Span> spans = new ArrayList<>();
    for (Token token : tokens) {
      Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null
          && text.substring(last.end(), Math.max(last.end(), token.span().start()))
              .matches("[ \\u00a0'’-]?")) {
        spans.set(spans.size() - 1, new Span(last.start(), token.span().end()));
      } else {
        spans.add(token.span());
      }
    }
    return spans;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    analyzers.close();
    grams.close();
    analysis.close();
  }
}
