package org.pullquote.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import org.pullquote.article.Span;

/**
 * How the vectors of a passage stand in the fields of a Lucene document: stored, to be read again
 * under a key, and in no graph, since nobody looks for what is near. Those of word pieces, of which
 * there are fifty a passage, are rounded to a byte a number.
 */
final class VectorFields {

  private static final String MEANING = "meaning";
  private static final String SENTENCES = "sentences";
  private static final String TOKENS = "tokens";
  private static final String STARTS = "starts";
  private static final String ENDS = "ends";
  private static final String NONE = "none";
  private static final String STATES = "states";
  private static final String PIECES = "pieces";

  private VectorFields() {}

  static Document write(PassageVectors vectors) {
    Document document = new Document();
    document.add(new StoredField(MEANING, bytes(List.of(vectors.meaning()))));
    document.add(new StoredField(SENTENCES, bytes(vectors.sentences())));
    document.add(new StoredField(NONE, bytes(List.of(vectors.none()))));
    document.add(new StoredField(TOKENS, RoundedVectors.of(vectors.tokens()).encoded()));
    document.add(new StoredField(STARTS, RoundedVectors.of(vectors.starts()).encoded()));
    document.add(new StoredField(ENDS, RoundedVectors.of(vectors.ends()).encoded()));
    document.add(new StoredField(STATES, vectors.states().encoded()));
    ByteBuffer pieces = ByteBuffer.allocate(2 * Integer.BYTES * vectors.pieces().size());
    vectors.pieces().forEach(span -> pieces.putInt(span.start()).putInt(span.end()));
    document.add(new StoredField(PIECES, pieces.array()));
    return document;
  }

  /** The same as they are after they were written and read. */
  static PassageVectors rounded(PassageVectors vectors) {
    return new PassageVectors(
        vectors.meaning(),
        RoundedVectors.of(vectors.tokens()).vectors(),
        RoundedVectors.of(vectors.starts()).vectors(),
        RoundedVectors.of(vectors.ends()).vectors(),
        vectors.none(),
        vectors.states(),
        vectors.pieces(),
        vectors.sentences());
  }

  static PassageVectors read(Document document) {
    return new PassageVectors(
        meaning(document),
        matrix(document, TOKENS),
        matrix(document, STARTS),
        matrix(document, ENDS),
        vectors(document, NONE).getFirst(),
        RoundedVectors.decode(buffer(document, STATES)),
        spans(buffer(document, PIECES)),
        vectors(document, SENTENCES));
  }

  /** What the whole means. */
  static float[] meaning(Document document) {
    return vectors(document, MEANING).getFirst();
  }

  private static float[][] matrix(Document document, String field) {
    return RoundedVectors.decode(buffer(document, field)).vectors();
  }

  private static byte[] bytes(List<float[]> vectors) {
    int length = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    ByteBuffer buffer =
        ByteBuffer.allocate(2 * Integer.BYTES + Float.BYTES * vectors.size() * length);
    buffer.putInt(vectors.size()).putInt(length);
    for (float[] vector : vectors) {
      for (float number : vector) {
        buffer.putFloat(number);
      }
    }
    return buffer.array();
  }

  private static List<float[]> vectors(Document document, String field) {
    ByteBuffer buffer = buffer(document, field);
    int size = buffer.getInt();
    int length = buffer.getInt();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      float[] vector = new float[length];
      buffer.asFloatBuffer().get(vector);
      buffer.position(buffer.position() + Float.BYTES * length);
      vectors.add(vector);
    }
    return vectors;
  }

  private static ByteBuffer buffer(Document document, String field) {
    BytesRef bytes = document.getBinaryValue(field);
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
