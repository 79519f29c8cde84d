package org.pullquote.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** The hits of a Lucene index of a library. */
record LuceneHits(IndexSearcher searcher) implements HitSearch {

  @Override
  public List<List<Hit>> hits(List<Wanted> searches, int most) throws IOException {
    List<List<Hit>> hits = new ArrayList<>();
    for (Wanted wanted : searches) {
      List<Hit> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query(wanted, most), most).scoreDocs) {
        found.add(new Hit(file(hit.doc), hit.score));
      }
      hits.add(found);
    }
    return hits;
  }

  private static org.apache.lucene.search.Query query(Wanted wanted, int most) {
    return switch (wanted) {
      case Words words -> query(words);
      case Meaning meaning ->
          RescoreTopNQuery.createFullPrecisionRescorerQuery(
              new KnnFloatVectorQuery(
                  LibraryFields.MEANING, meaning.vector(), meaning.candidates()),
              meaning.vector(),
              LibraryFields.MEANING,
              most);
    };
  }

  private static org.apache.lucene.search.Query query(Words words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words
        .fields()
        .forEach((field, boost) ->
            words
                .terms()
                .forEach((term, weight) ->
                    query.add(
                        new BoostQuery(new TermQuery(new Term(field, term)), boost * weight),
                        BooleanClause.Occur.SHOULD)));
    return query.build();
  }

  private String file(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedDocValues files = DocValues.getSorted(leaf.reader(), LibraryFields.FILE);
    files.advanceExact(doc - leaf.docBase);
    return files.lookupOrd(files.ordValue()).utf8ToString();
  }

  @Override
  public List<IndexedFile> files(List<String> files) throws IOException {
    List<IndexedFile> found = new ArrayList<>();
    for (String file : files) {
      LuceneLibraryIndex.file(searcher, file).ifPresent(found::add);
    }
    return found;
  }
}
