package org.pullquote.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LateInteractionField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.pullquote.article.Span;

/** How vectors stand in the fields of a Lucene document. */
final class VectorFields {

  private static final String MEANING = "meaning";
  private static final String TOKENS = "tokens";
  private static final String STARTS = "starts";
  private static final String ENDS = "ends";
  private static final String NONE = "none";
  private static final String STATES = "states";
  private static final String PIECES = "pieces";

  private VectorFields() {}

  static Document ofMeaning(float[] meaning) {
    Document document = new Document();
    document.add(new KnnFloatVectorField(MEANING, meaning));
    return document;
  }

  /**
   * Reads the vector of a document.
   *
   * @param doc within the leaf
   */
  static float[] meaning(LeafReaderContext leaf, int doc) throws IOException {
    FloatVectorValues meanings = leaf.reader().getFloatVectorValues(MEANING);
    KnnVectorValues.DocIndexIterator meaning = meanings.iterator();
    meaning.advance(doc);
    return meanings.vectorValue(meaning.index()).clone();
  }

  static Document ofPassage(PassageVectors vectors) {
    Document document = ofMeaning(vectors.meaning());
    document.add(new LateInteractionField(TOKENS, vectors.tokens()));
    document.add(new LateInteractionField(STARTS, vectors.starts()));
    document.add(new LateInteractionField(ENDS, vectors.ends()));
    document.add(new LateInteractionField(NONE, new float[][] {vectors.none()}));
    document.add(new StoredField(STATES, vectors.states().encoded()));
    ByteBuffer pieces = ByteBuffer.allocate(2 * Integer.BYTES * vectors.pieces().size());
    vectors.pieces().forEach(span -> pieces.putInt(span.start()).putInt(span.end()));
    document.add(new StoredField(PIECES, pieces.array()));
    return document;
  }

  /**
   * Reads the vectors of a document.
   *
   * @param doc within the leaf
   */
  static PassageVectors passage(LeafReaderContext leaf, int doc) throws IOException {
    Document stored = leaf.reader().storedFields().document(doc);
    return new PassageVectors(
        meaning(leaf, doc),
        matrix(leaf, TOKENS, doc),
        matrix(leaf, STARTS, doc),
        matrix(leaf, ENDS, doc),
        matrix(leaf, NONE, doc)[0],
        RoundedVectors.decode(buffer(stored.getBinaryValue(STATES))),
        spans(buffer(stored.getBinaryValue(PIECES))));
  }

  private static float[][] matrix(LeafReaderContext leaf, String field, int doc)
      throws IOException {
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    values.advanceExact(doc);
    return LateInteractionField.decode(values.binaryValue());
  }

  private static ByteBuffer buffer(BytesRef bytes) {
    return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
  }

  private static List<Span> spans(ByteBuffer buffer) {
    List<Span> spans = new ArrayList<>();
    while (buffer.hasRemaining()) {
      spans.add(new Span(buffer.getInt(), buffer.getInt()));
    }
    return spans;
  }
}
