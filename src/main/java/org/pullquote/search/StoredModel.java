package org.pullquote.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LateInteractionField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.pullquote.article.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that keeps what it read of passages in a Lucene index on disk, so that a restart reads
 * nothing again, and a changed article only what changed. The index may be deleted at any time.
 */
public final class StoredModel implements TextModel {

  private static final Logger LOG = LoggerFactory.getLogger(StoredModel.class);

  private static final String KEY = "key";
  private static final String MEANING = "meaning";
  private static final String TOKENS = "tokens";
  private static final String STARTS = "starts";
  private static final String ENDS = "ends";
  private static final String NONE = "none";
  private static final String PIECES = "pieces";

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
    Map<String, String> textOfKey = new LinkedHashMap<>();
    texts.forEach(text -> textOfKey.put(key(title, text), text));
    Map<String, PassageVectors> known = find(textOfKey);
    Map<String, String> missing = new LinkedHashMap<>(textOfKey);
    missing.keySet().removeAll(known.keySet());
    if (!missing.isEmpty()) {
      List<PassageVectors> read = model.passages(title, List.copyOf(missing.values()));
      Map<String, PassageVectors> added = new LinkedHashMap<>();
      int next = 0;
      for (String key : missing.keySet()) {
        added.put(key, read.get(next++));
      }
      keep(added);
      known.putAll(added);
    }
    return texts.stream().map(text -> known.get(key(title, text))).toList();
  }

  /** What is kept under a key depends on all that the model reads, and on the model. */
  private String key(String title, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(model.name(), title, text)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Map<String, PassageVectors> find(Map<String, String> textOfKey) {
    Map<String, PassageVectors> found = new LinkedHashMap<>();
    if (!folder.toFile().isDirectory()) {
      return found;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String key : textOfKey.keySet()) {
        ScoreDoc[] docs = searcher.search(new TermQuery(new Term(KEY, key)), 1).scoreDocs;
        if (docs.length > 0) {
          found.put(key, read(reader, docs[0].doc));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it, the passages can be read again.
      LOG.warn("the vectors kept in {} cannot be used: {}", folder.getFileName(), e.toString());
      found.clear();
    }
    return found;
  }

  private static PassageVectors read(DirectoryReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    int at = doc - leaf.docBase;
    FloatVectorValues meanings = leaf.reader().getFloatVectorValues(MEANING);
    KnnVectorValues.DocIndexIterator meaning = meanings.iterator();
    meaning.advance(at);
    return new PassageVectors(
        meanings.vectorValue(meaning.index()).clone(),
        matrix(leaf, TOKENS, at),
        matrix(leaf, STARTS, at),
        matrix(leaf, ENDS, at),
        matrix(leaf, NONE, at)[0],
        spans(reader.storedFields().document(doc).getBinaryValue(PIECES)));
  }

  private static float[][] matrix(LeafReaderContext leaf, String field, int doc)
      throws IOException {
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    values.advanceExact(doc);
    return LateInteractionField.decode(values.binaryValue());
  }

  private static List<Span> spans(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    List<Span> spans = new ArrayList<>();
    while (buffer.hasRemaining()) {
      spans.add(new Span(buffer.getInt(), buffer.getInt()));
    }
    return spans;
  }

  private void keep(Map<String, PassageVectors> added) {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (Map.Entry<String, PassageVectors> entry : added.entrySet()) {
        writer.updateDocument(
            new Term(KEY, entry.getKey()), document(entry.getKey(), entry.getValue()));
      }
    } catch (LockObtainFailedException e) {
      // Another run is keeping what it read; the next one will read this again.
      LOG.debug("the vectors are not kept: {}", e.toString());
    } catch (IOException e) {
      LOG.warn("the vectors are not kept in {}: {}", folder.getFileName(), e.toString());
    }
  }

  private static Document document(String key, PassageVectors vectors) {
    Document document = new Document();
    document.add(new StringField(KEY, key, Field.Store.NO));
    document.add(new KnnFloatVectorField(MEANING, vectors.meaning()));
    document.add(new LateInteractionField(TOKENS, vectors.tokens()));
    document.add(new LateInteractionField(STARTS, vectors.starts()));
    document.add(new LateInteractionField(ENDS, vectors.ends()));
    document.add(new LateInteractionField(NONE, new float[][] {vectors.none()}));
    ByteBuffer pieces = ByteBuffer.allocate(2 * Integer.BYTES * vectors.pieces().size());
    vectors.pieces().forEach(span -> pieces.putInt(span.start()).putInt(span.end()));
    document.add(new StoredField(PIECES, pieces.array()));
    return document;
  }

  @Override
  public void close() {
    model.close();
  }
}
