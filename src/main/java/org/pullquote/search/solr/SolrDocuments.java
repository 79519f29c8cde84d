package org.pullquote.search.solr;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryFields;

/**
 * How a file of a library stands in Solr: a document about the file, and under it one of all words
 * of its article and one a passage. Solr keeps such a block in one shard and replaces it at once. A
 * file that was only touched since has a small document beside it, which counts as long as its
 * digest is the file's: a block can only be replaced as a whole, and it holds vectors.
 */
final class SolrDocuments {

  static final String ID = "id";

  /** On the document that says what made the index: {@link LibraryFields#KIND}. */
  static final String MADE = "made";

  /** No file is called so. */
  static final String MADE_ID = "/made";

  /** On a document about a file that is not searched: {@link LibraryFields#KIND}. */
  static final String UNREAD = "unread";

  /** On what is beside a file that was touched: {@link LibraryFields#KIND}. */
  static final String TOUCH = "touch";

  private SolrDocuments() {}

  /** The document that says what made the index. */
  static SolrInputDocument made(String made) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField(ID, MADE_ID);
    document.setField(LibraryFields.KIND, MADE);
    document.setField(LibraryFields.STAMP, made);
    return document;
  }

  /** The document about a file. */
  static SolrInputDocument about(IndexedFile file) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField(ID, file.file());
    document.setField(LibraryFields.FILE, file.file());
    document.setField(LibraryFields.ABOUT_FILE, file.file());
    document.setField(LibraryFields.NAME, file.name());
    document.setField(LibraryFields.KEY, file.key());
    stamp(document, file);
    IndexedArticle article = file.article();
    document.setField(LibraryFields.KIND, article == null ? UNREAD : LibraryFields.ARTICLE);
    if (article == null) {
      document.setField(LibraryFields.FAULT, file.fault());
    } else {
      document.setField(LibraryFields.EDITION, article.edition());
      set(document, LibraryFields.TITLE, article.title());
      set(document, LibraryFields.PUBLISHER, article.publisher());
      set(document, LibraryFields.PUBLISHED, article.published());
      document.setField(LibraryFields.PASSAGES, String.valueOf(article.passages()));
    }
    return document;
  }

  private static void stamp(SolrInputDocument document, IndexedFile file) {
    document.setField(LibraryFields.STAMP, file.stamp());
    document.setField(LibraryFields.DIGEST, file.digest());
    document.setField(LibraryFields.MODIFIED, file.modified());
  }

  private static void set(SolrInputDocument document, String field, @Nullable String value) {
    if (value != null) {
      document.setField(field, value);
    }
  }

  /** Where the touch of a file stands. */
  static String touchId(String file) {
    return file + "/touch";
  }

  /** What is beside a file that was touched. */
  static SolrInputDocument touch(IndexedFile file) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField(ID, touchId(file.file()));
    document.setField(LibraryFields.ABOUT_FILE, file.file());
    document.setField(LibraryFields.KIND, TOUCH);
    stamp(document, file);
    return document;
  }

  /**
   * An article with all that is searched of it.
   *
   * @param meanings of each passage; none where there is no model
   */
  static SolrInputDocument of(
      IndexedFile file,
      Article article,
      List<? extends Collection<String>> otherNames,
      List<float[]> meanings) {
    SolrInputDocument about = about(file);
    about.addChildDocument(part(file, "all", LibraryFields.whole(article)));
    int number = 0;
    for (Map<String, String> texts : LibraryFields.passages(article, otherNames)) {
      SolrInputDocument passage = part(file, String.valueOf(number), texts);
      if (!meanings.isEmpty()) {
        passage.setField(LibraryFields.MEANING, new Floats(meanings.get(number)));
      }
      about.addChildDocument(passage);
      number++;
    }
    return about;
  }

  private static SolrInputDocument part(IndexedFile file, String part, Map<String, String> texts) {
    SolrInputDocument document = new SolrInputDocument();
    document.setField(ID, file.file() + "/" + part);
    document.setField(LibraryFields.FILE, file.file());
    texts.forEach(document::setField);
    return document;
  }

  /** Numbers as SolrJ takes them: as objects they would take five times the memory. */
  private static final class Floats extends AbstractList<Float> {
    private final float[] numbers;

    Floats(float[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public Float get(int index) {
      return numbers[index];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  static String text(SolrDocument document, String field) {
    return String.valueOf(document.getFirstValue(field));
  }

  private static @Nullable String textOrNull(SolrDocument document, String field) {
    Object value = document.getFirstValue(field);
    return value == null ? null : value.toString();
  }

  /** What a document about a file says. */
  static IndexedFile read(SolrDocument document) {
    String edition = textOrNull(document, LibraryFields.EDITION);
    return new IndexedFile(
        text(document, LibraryFields.ABOUT_FILE),
        text(document, LibraryFields.NAME),
        text(document, LibraryFields.KEY),
        text(document, LibraryFields.STAMP),
        text(document, LibraryFields.DIGEST),
        modified(document),
        edition == null
            ? null
            : new IndexedArticle(
                edition,
                textOrNull(document, LibraryFields.TITLE),
                textOrNull(document, LibraryFields.PUBLISHER),
                textOrNull(document, LibraryFields.PUBLISHED),
                Integer.parseInt(text(document, LibraryFields.PASSAGES))),
        textOrNull(document, LibraryFields.FAULT));
  }

  private static long modified(SolrDocument document) {
    return ((Number) Objects.requireNonNull(document.getFirstValue(LibraryFields.MODIFIED)))
        .longValue();
  }

  static boolean isTouch(SolrDocument document) {
    return text(document, LibraryFields.KIND).equals(TOUCH);
  }

  /**
   * What documents about files say, with what is beside them.
   *
   * @param about in the order to keep
   * @param touches of these files and others
   */
  static List<IndexedFile> read(List<SolrDocument> about, List<SolrDocument> touches) {
    Map<String, SolrDocument> byFile = new HashMap<>();
    touches.forEach(touch -> byFile.put(text(touch, LibraryFields.ABOUT_FILE), touch));
    return about.stream()
        .map(document -> stamped(read(document), byFile.get(text(document, LibraryFields.FILE))))
        .toList();
  }

  /** The stamps of files, by their names, with what is beside them. */
  static Map<String, String> stamps(Map<String, SolrDocument> about, List<SolrDocument> touches) {
    Map<String, String> stamps = new HashMap<>();
    about.forEach((file, document) -> stamps.put(file, text(document, LibraryFields.STAMP)));
    for (SolrDocument touch : touches) {
      SolrDocument document = about.get(text(touch, LibraryFields.ABOUT_FILE));
      if (document != null && isOf(touch, text(document, LibraryFields.DIGEST))) {
        stamps.put(text(touch, LibraryFields.ABOUT_FILE), text(touch, LibraryFields.STAMP));
      }
    }
    return stamps;
  }

  private static boolean isOf(SolrDocument touch, String digest) {
    return text(touch, LibraryFields.DIGEST).equals(digest);
  }

  private static IndexedFile stamped(IndexedFile file, @Nullable SolrDocument touch) {
    return touch == null || !isOf(touch, file.digest())
        ? file
        : file.stamped(text(touch, LibraryFields.STAMP), modified(touch));
  }
}
