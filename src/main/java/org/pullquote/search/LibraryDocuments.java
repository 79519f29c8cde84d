package org.pullquote.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/**
 * How a file of a library stands in a Lucene index: a document about the file, one of all words of
 * its article, and one a passage. All of them have {@link #FILE}, by which they are replaced.
 */
final class LibraryDocuments {

  /** On all documents of a file: its name, to find them by and to read off. */
  static final String FILE = "file";

  /** On the document about a file only: its name. */
  static final String ABOUT_FILE = "about";

  /** On a document about a file that is searched: {@link #ARTICLE}. */
  static final String KIND = "kind";

  static final String ARTICLE = "article";
  static final String NAME = "name";
  static final String KEY = "key";
  static final String EDITION = "edition";
  static final String MODIFIED = "modified";

  /** All words of an article, and those of its title. */
  static final String ALL = "all";

  static final String HEADLINE = "headline";
  static final String PASSAGE = "passage";
  static final String OTHER_NAMES = "names";
  static final String MEANING = "meaning";

  private static final String TITLE = "title";
  private static final String STAMP = "stamp";

  /** The column of the stamps, to read those of all files. */
  private static final String STAMPS = "stamps";

  private static final String DIGEST = "digest";
  private static final String FAULT = "fault";
  private static final String PUBLISHER = "publisher";
  private static final String PUBLISHED = "published";
  private static final String PASSAGES = "passages";

  private LibraryDocuments() {}

  /** The document about a file. */
  static Document about(IndexedFile file) {
    Document document = of(file);
    document.add(new StringField(ABOUT_FILE, file.file(), Field.Store.YES));
    document.add(new StringField(NAME, file.name(), Field.Store.YES));
    document.add(new StringField(KEY, file.key(), Field.Store.YES));
    document.add(new StoredField(STAMP, file.stamp()));
    document.add(new BinaryDocValuesField(STAMPS, new BytesRef(file.stamp())));
    document.add(new StoredField(DIGEST, file.digest()));
    document.add(new StoredField(MODIFIED, file.modified()));
    document.add(new NumericDocValuesField(MODIFIED, file.modified()));
    IndexedArticle article = file.article();
    if (article == null) {
      document.add(new StoredField(FAULT, String.valueOf(file.fault())));
    } else {
      document.add(new StringField(KIND, ARTICLE, Field.Store.NO));
      document.add(new StringField(EDITION, article.edition(), Field.Store.YES));
      store(document, TITLE, article.title());
      store(document, PUBLISHER, article.publisher());
      store(document, PUBLISHED, article.published());
      document.add(new StoredField(PASSAGES, article.passages()));
    }
    return document;
  }

  private static void store(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new StoredField(field, value));
    }
  }

  private static Document of(IndexedFile file) {
    Document document = new Document();
    document.add(new StringField(FILE, file.file(), Field.Store.NO));
    document.add(new SortedDocValuesField(FILE, new BytesRef(file.file())));
    return document;
  }

  /** What a document about a file says. */
  static IndexedFile read(Document document) {
    String edition = document.get(EDITION);
    return new IndexedFile(
        document.get(ABOUT_FILE),
        document.get(NAME),
        document.get(KEY),
        document.get(STAMP),
        document.get(DIGEST),
        document.getField(MODIFIED).numericValue().longValue(),
        edition == null
            ? null
            : new IndexedArticle(
                edition,
                document.get(TITLE),
                document.get(PUBLISHER),
                document.get(PUBLISHED),
                document.getField(PASSAGES).numericValue().intValue()),
        document.get(FAULT));
  }

  /**
   * Adds the stamps of all files of a part of the index, by their names: from columns, since
   * reading a document a file would take several times as long.
   */
  static void stamps(LeafReader leaf, Map<String, String> stamps) throws IOException {
    BinaryDocValues each = leaf.getBinaryDocValues(STAMPS);
    SortedDocValues files = leaf.getSortedDocValues(FILE);
    if (each == null || files == null) {
      return;
    }
    Bits live = leaf.getLiveDocs();
    for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
      if ((live == null || live.get(doc)) && files.advanceExact(doc)) {
        stamps.put(
            files.lookupOrd(files.ordValue()).utf8ToString(), each.binaryValue().utf8ToString());
      }
    }
  }

  /**
   * The documents of an article.
   *
   * @param meanings of each passage; none where there is no model
   */
  static List<Document> of(
      IndexedFile file,
      Article article,
      List<? extends Collection<String>> otherNames,
      List<float[]> meanings) {
    List<Document> documents = new ArrayList<>();
    documents.add(about(file));
    documents.add(all(file, article));
    List<Passage> passages = article.passages();
    for (int i = 0; i < passages.size(); i++) {
      Document document = of(file);
      document.add(new TextField(PASSAGE, text(passages.get(i)), Field.Store.NO));
      document.add(new TextField(OTHER_NAMES, String.join(" ", otherNames.get(i)), Field.Store.NO));
      if (!meanings.isEmpty()) {
        document.add(
            new KnnFloatVectorField(
                MEANING, meanings.get(i), VectorSimilarityFunction.DOT_PRODUCT));
      }
      documents.add(document);
    }
    return documents;
  }

  private static Document all(IndexedFile file, Article article) {
    Document document = of(file);
    String title = article.metadata().title();
    document.add(new TextField(HEADLINE, title == null ? "" : title, Field.Store.NO));
    document.add(
        new TextField(
            ALL,
            article.passages().stream()
                .map(LibraryDocuments::text)
                .collect(Collectors.joining("\n")),
            Field.Store.NO));
    return document;
  }

  private static String text(Passage passage) {
    return passage.credit() == null ? passage.text() : passage.text() + "\n" + passage.credit();
  }
}
