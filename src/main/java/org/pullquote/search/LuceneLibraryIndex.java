package org.pullquote.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * An index of a library in a folder of this machine. Lucene's commits are atomic: after a crash the
 * index is what it was at the last one. The writer is opened for each change and closed after it,
 * so that several programs can share the folder.
 */
public final class LuceneLibraryIndex implements LibraryIndex {

  /** Changes with what is kept in the documents. */
  static final String VERSION = "2";

  private static final TermQuery ARTICLES =
      new TermQuery(new Term(LibraryDocuments.KIND, LibraryDocuments.ARTICLE));

  private static final Sort LAST_CHANGED_FIRST =
      new Sort(
          new SortField(LibraryDocuments.MODIFIED, SortField.Type.LONG, true),
          new SortField(LibraryDocuments.FILE, SortField.Type.STRING));

  private final Directory directory;
  private final String where;
  private final @Nullable TextModel model;
  private final LikelyArticles likely;
  private @Nullable SearcherManager searchers;

  /**
   * @param folder of the index; made when there is something to keep
   * @param model says what text means; null to go by words alone
   * @throws LibraryIndexException if the folder cannot be used
   */
  public LuceneLibraryIndex(Path folder, @Nullable TextModel model) {
    this(open(folder), folder.toString(), model);
  }

  LuceneLibraryIndex(Directory directory, String where, @Nullable TextModel model) {
    this.directory = directory;
    this.where = where;
    this.model = model;
    this.likely = new LikelyArticles(model);
  }

  private static Directory open(Path folder) {
    try {
      return FSDirectory.open(folder);
    } catch (IOException e) {
      throw new LibraryIndexException(folder + ": no index can be kept there (state.dir)", e);
    }
  }

  /** What is asked of an index. */
  interface Asked<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T ask(Asked<T> asked, T ifEmpty) {
    SearcherManager open = searchers();
    if (open == null) {
      return ifEmpty;
    }
    try {
      IndexSearcher searcher = open.acquire();
      try {
        return asked.of(searcher);
      } finally {
        open.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private synchronized @Nullable SearcherManager searchers() {
    try {
      if (searchers == null && DirectoryReader.indexExists(directory)) {
        searchers = new SearcherManager(directory, null);
      }
      return searchers;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private LibraryIndexException unreadable(IOException e) {
    return new LibraryIndexException(
        where
            + ": the library's index cannot be read; \"pullquote reindex\" makes it anew ("
            + e
            + ")",
        e);
  }

  @Override
  public Optional<IndexedFile> file(String file) {
    return ask(searcher -> file(searcher, file), Optional.empty());
  }

  @Override
  public Map<String, String> stamps() {
    Map<String, String> stamps = new HashMap<>();
    ask(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LibraryDocuments.stamps(leaf.reader(), stamps);
          }
          return true;
        },
        true);
    return stamps;
  }

  @Override
  public Optional<IndexedFile> named(String name) {
    return article(LibraryDocuments.NAME, name);
  }

  @Override
  public Optional<IndexedFile> keyed(String key) {
    return article(LibraryDocuments.KEY, key);
  }

  @Override
  public Optional<IndexedFile> ofEdition(String edition) {
    return article(LibraryDocuments.EDITION, edition);
  }

  private Optional<IndexedFile> article(String field, String value) {
    return ask(
        searcher ->
            one(
                searcher,
                new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER)
                    .add(ARTICLES, BooleanClause.Occur.FILTER)
                    .build()),
        Optional.empty());
  }

  /** What is kept of a file. */
  static Optional<IndexedFile> file(IndexSearcher searcher, String file) throws IOException {
    return one(searcher, new TermQuery(new Term(LibraryDocuments.ABOUT_FILE, file)));
  }

  private static Optional<IndexedFile> one(
      IndexSearcher searcher, org.apache.lucene.search.Query query) throws IOException {
    ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
    return found.length == 0
        ? Optional.empty()
        : Optional.of(LibraryDocuments.read(searcher.storedFields().document(found[0].doc)));
  }

  @Override
  public int size() {
    return ask(searcher -> searcher.count(ARTICLES), 0);
  }

  @Override
  public List<IndexedFile> articles(int from, int most) {
    return ask(
        searcher -> {
          List<IndexedFile> page = new ArrayList<>();
          TopDocs found = searcher.search(ARTICLES, from + most, LAST_CHANGED_FIRST);
          StoredFields stored = searcher.storedFields();
          for (int i = from; i < found.scoreDocs.length; i++) {
            page.add(LibraryDocuments.read(stored.document(found.scoreDocs[i].doc)));
          }
          return page;
        },
        List.of());
  }

  @Override
  public void forEach(Consumer<IndexedFile> consumer) {
    ask(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            each(leaf, consumer);
          }
          return true;
        },
        true);
  }

  private static void each(LeafReaderContext leaf, Consumer<IndexedFile> consumer)
      throws IOException {
    var about = leaf.reader().getNumericDocValues(LibraryDocuments.MODIFIED);
    if (about == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    StoredFields stored = leaf.reader().storedFields();
    for (int doc = about.nextDoc(); doc < leaf.reader().maxDoc(); doc = about.nextDoc()) {
      if (live == null || live.get(doc)) {
        consumer.accept(LibraryDocuments.read(stored.document(doc)));
      }
    }
  }

  @Override
  public List<LikelyArticle> likely(Query query, int most) {
    return ask(searcher -> likely.of(searcher, query, most), List.of());
  }

  /** Names what the index was made by. */
  String made() {
    return VERSION + " " + (model == null ? "words" : model.name());
  }

  @Override
  public boolean isOutdated() {
    return ask(
        searcher -> {
          IndexReader reader = searcher.getIndexReader();
          return !(reader instanceof DirectoryReader whole)
              || !made().equals(whole.getIndexCommit().getUserData().get(LuceneChanges.MADE));
        },
        false);
  }

  @Override
  public void refresh() {
    SearcherManager open = searchers();
    if (open != null) {
      try {
        open.maybeRefreshBlocking();
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }

  @Override
  public Changes change(boolean anew) {
    return new LuceneChanges(directory, where, model, made(), anew);
  }

  @Override
  public synchronized void close() {
    try {
      if (searchers != null) {
        searchers.close();
      }
      directory.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
