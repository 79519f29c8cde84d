package org.pullquote.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.pullquote.article.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that keeps what it read of passages in a Lucene index on disk, so that a restart reads
 * nothing again, and a changed article only what changed. The index may be deleted at any time.
 */
public final class StoredModel implements TextModel {

  private static final Logger LOG = LoggerFactory.getLogger(StoredModel.class);

  private static final String KEY = "key";

  /** All of a digest. */
  private static final int KEY_BYTES = 32;

  private static final Kind<PassageVectors> PASSAGE =
      new Kind<>("passage", VectorFields::ofPassage, VectorFields::passage);
  private static final Kind<float[]> SENTENCE =
      new Kind<>("sentence", VectorFields::ofMeaning, VectorFields::meaning);

  private final TextModel model;
  private final Path folder;

  /**
   * @param model reads what is not kept yet; closed with this one
   * @param folder of the index; made when there is something to keep
   */
  public StoredModel(TextModel model, Path folder) {
    this.model = model;
    this.folder = folder;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public QuestionVectors question(String text) {
    return model.question(text);
  }

  @Override
  public List<PassageVectors> passages(String title, List<String> texts) {
    return remembered(PASSAGE, title, texts, model::passages);
  }

  @Override
  public List<float[]> meanings(String title, List<String> texts) {
    return remembered(SENTENCE, title, texts, model::meanings);
  }

  @Override
  public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
    return model.read(question, passage);
  }

  private <T> List<T> remembered(
      Kind<T> kind,
      String title,
      List<String> texts,
      BiFunction<String, List<String>, List<T>> read) {
    Map<String, String> textOfKey = new LinkedHashMap<>();
    texts.forEach(text -> textOfKey.put(key(kind, title, text), text));
    Map<String, T> known = find(kind, textOfKey.keySet());
    Map<String, String> missing = new LinkedHashMap<>(textOfKey);
    missing.keySet().removeAll(known.keySet());
    if (!missing.isEmpty()) {
      List<T> added = read.apply(title, List.copyOf(missing.values()));
      Map<String, Document> documents = new LinkedHashMap<>();
      int next = 0;
      for (String key : missing.keySet()) {
        T value = added.get(next++);
        known.put(key, value);
        documents.put(key, kind.write.apply(value));
      }
      keep(documents);
    }
    return texts.stream().map(text -> known.get(key(kind, title, text))).toList();
  }

  /** What is kept: how it is written to a document and read from one. */
  private record Kind<T>(String name, Function<T, Document> write, FromDocument<T> read) {}

  private interface FromDocument<T> {
    T from(LeafReaderContext leaf, int doc) throws IOException;
  }

  /** What is kept under a key depends on all that the model reads, and on the model. */
  private String key(Kind<?> kind, String title, String text) {
    Digest digest = new Digest();
    for (String part : List.of(kind.name(), model.name(), title, text)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array()).add(bytes);
    }
    return digest.hex(KEY_BYTES);
  }

  private <T> Map<String, T> find(Kind<T> kind, Collection<String> keys) {
    Map<String, T> found = new LinkedHashMap<>();
    if (!folder.toFile().isDirectory()) {
      return found;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String key : keys) {
        ScoreDoc[] docs = searcher.search(new TermQuery(new Term(KEY, key)), 1).scoreDocs;
        if (docs.length > 0) {
          found.put(key, read(kind, reader, docs[0].doc));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it, the passages can be read again.
      LOG.warn("the vectors kept in {} cannot be used: {}", folder.getFileName(), e.toString());
      found.clear();
    }
    return found;
  }

  private static <T> T read(Kind<T> kind, DirectoryReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return kind.read.from(leaf, doc - leaf.docBase);
  }

  private void keep(Map<String, Document> added) {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (Map.Entry<String, Document> entry : added.entrySet()) {
        entry.getValue().add(new StringField(KEY, entry.getKey(), Field.Store.NO));
        writer.updateDocument(new Term(KEY, entry.getKey()), entry.getValue());
      }
    } catch (LockObtainFailedException e) {
      // Another run is keeping what it read; the next one will read this again.
      LOG.debug("the vectors are not kept: {}", e.toString());
    } catch (IOException e) {
      LOG.warn("the vectors are not kept in {}: {}", folder.getFileName(), e.toString());
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
