package org.pullquote.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/** Lucene as it comes: its standard analyzer, its default BM25, a passage a document. */
record PlainLucene() implements Contender {

  private static final String TEXT = "text";

  @Override
  public String name() {
    return "Lucene BM25";
  }

  @Override
  public Index index(Article article) throws IOException {
    List<Passage> passages = article.passages();
    Analyzer analyzer = new StandardAnalyzer();
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Passage passage : passages) {
        Document document = new Document();
        document.add(new TextField(TEXT, Texts.of(passage), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    IndexSearcher searcher = new IndexSearcher(reader);
    return new Index() {
      @Override
      public List<Result> ask(String question) throws IOException {
        @Nullable Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        List<Result> results = new ArrayList<>();
        if (query != null) {
          for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
            Passage passage = passages.get(hit.doc);
            results.add(new Result(Texts.of(passage), Set.of(passage.id())));
          }
        }
        return results;
      }

      @Override
      public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
      }
    };
  }
}
