package org.pullquote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
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
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/** A Lucene index of the words of an article: a document a passage, and one a sentence. */
final class ArticleIndex implements AutoCloseable {

  /** The fields that are searched. */
  enum WordField {
    PASSAGE,
    SENTENCE,
    PAIRS,
    SENTENCE_PAIRS,
    GRAMS,
    SENTENCE_GRAMS,
    OTHER_NAMES,
    ABOUT
  }

  private static final String ORDINAL = "ordinal";

  private final int size;
  private final Analyzer analyzers;
  private final EnglishAnalysis analysis;
  private final Directory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /**
   * Indexes passages, in memory.
   *
   * @param otherNames for each passage, names of those it speaks of that it does not use
   */
  ArticleIndex(
      List<Passage> passages,
      List<? extends Collection<String>> otherNames,
      EnglishAnalysis analysis,
      CharacterGrams grams) {
    this.size = passages.size();
    this.analysis = analysis;
    Analyzer pairs = new WhitespaceAnalyzer();
    analyzers =
        new PerFieldAnalyzerWrapper(
            analysis,
            Map.of(
                WordField.GRAMS.name(), grams,
                WordField.SENTENCE_GRAMS.name(), grams,
                WordField.PAIRS.name(), pairs,
                WordField.SENTENCE_PAIRS.name(), pairs));
    try {
      write(passages, otherNames);
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("indexing in memory failed", e);
    }
    searcher = new IndexSearcher(reader);
  }

  private void write(List<Passage> passages, List<? extends Collection<String>> otherNames)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzers))) {
      for (int ordinal = 0; ordinal < size; ordinal++) {
        Passage passage = passages.get(ordinal);
        Document whole = document(ordinal);
        add(whole, WordField.PASSAGE, passage.text());
        add(whole, WordField.PAIRS, pairs(passage.text()));
        add(whole, WordField.GRAMS, passage.text());
        add(whole, WordField.OTHER_NAMES, String.join(" ", otherNames.get(ordinal)));
        add(whole, WordField.ABOUT, about(passage));
        writer.addDocument(whole);
        for (Span span : passage.sentences()) {
          String text = span.in(passage.text());
          Document sentence = document(ordinal);
          add(sentence, WordField.SENTENCE, text);
          add(sentence, WordField.SENTENCE_PAIRS, pairs(text));
          add(sentence, WordField.SENTENCE_GRAMS, text);
          writer.addDocument(sentence);
        }
      }
    }
  }

  private static Document document(int ordinal) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ORDINAL, ordinal));
    return document;
  }

  private static void add(Document document, WordField field, String text) {
    document.add(new TextField(field.name(), text, Field.Store.NO));
  }

  private String pairs(String text) {
    return String.join(" ", analysis.asked(text).pairs());
  }

  /** Words for what a passage is, whatever it says. */
  static String about(Passage passage) {
    return switch (passage.kind()) {
      case CAPTION ->
          "photo photograph picture pic image caption "
              + (passage.credit() == null ? "" : "credit photographer " + passage.credit());
      case HEADLINE -> "headline title topic subject summary";
      case STANDFIRST -> "standfirst summary";
      case PARAGRAPH -> "";
    };
  }

  /**
   * The best BM25 score of each passage's documents in a field, by the passage's place.
   *
   * @param terms what to look for, with weights
   */
  double[] scores(WordField field, Map<String, Float> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach((term, weight) ->
        query.add(
            new BoostQuery(new TermQuery(new Term(field.name(), term)), weight),
            BooleanClause.Occur.SHOULD));
    try {
      return best(query.build());
    } catch (IOException e) {
      throw new UncheckedIOException("searching in memory failed", e);
    }
  }

  private double[] best(Query query) throws IOException {
    double[] best = new double[size];
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

  /** How many passages hold a term, in their text or in what they are. */
  int holding(String term) {
    try {
      return Math.max(
          reader.docFreq(new Term(WordField.PASSAGE.name(), term)),
          reader.docFreq(new Term(WordField.ABOUT.name(), term)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  }
}
