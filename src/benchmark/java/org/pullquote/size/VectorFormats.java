package org.pullquote.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** Lucene's formats for vectors beside each other: size, time, and what is found of the nearest. */
final class VectorFormats {

  private static final String VECTOR = "vector";
  private static final String NUMBER = "number";

  /** Lucene's defaults for its graph, as the library has them. */
  private static final int CONNECTIONS = 16;

  private static final int BEAM = 100;

  /** As many as the library asks for. */
  private static final int ASKED = 100;

  private static final int NEAREST = 10;

  private final List<float[]> vectors;
  private final List<float[]> questions;
  private final List<Set<Integer>> nearest = new ArrayList<>();

  VectorFormats(List<float[]> vectors, List<float[]> questions) {
    this.vectors = vectors;
    this.questions = questions;
    questions.forEach(question -> nearest.add(exact(question)));
  }

  private Set<Integer> exact(float[] question) {
    double[] products =
        vectors.parallelStream()
            .mapToDouble(vector -> VectorUtil.dotProduct(question, vector))
            .toArray();
    Set<Integer> found = new HashSet<>();
    IntStream.range(0, products.length)
        .boxed()
        .sorted((left, right) -> Double.compare(products[right], products[left]))
        .limit(NEAREST)
        .forEach(found::add);
    return found;
  }

  /** Lucene's formats, by what each number takes. */
  static Map<String, KnnVectorsFormat> formats() {
    Map<String, KnnVectorsFormat> formats = new LinkedHashMap<>();
    formats.put("float", new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM));
    formats.put("8 bit", quantised(ScalarEncoding.UNSIGNED_BYTE));
    formats.put("7 bit", quantised(ScalarEncoding.SEVEN_BIT));
    formats.put("4 bit", quantised(ScalarEncoding.PACKED_NIBBLE));
    formats.put("2 bit", quantised(ScalarEncoding.DIBIT_QUERY_NIBBLE));
    formats.put("1 bit", quantised(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE));
    return formats;
  }

  private static KnnVectorsFormat quantised(ScalarEncoding encoding) {
    return new Lucene104HnswScalarQuantizedVectorsFormat(encoding, CONNECTIONS, BEAM);
  }

  /**
   * A row of the table.
   *
   * @param folder of the index; deleted afterwards
   */
  String row(String name, KnnVectorsFormat format, Path folder) throws Exception {
    try (Directory directory = FSDirectory.open(folder)) {
      double built = Times.seconds(() -> index(directory, format));
      long quantised = 0;
      for (String file : directory.listAll()) {
        // What a search reads: the quantised numbers and the graph; exact numbers lie beside them.
        quantised += file.matches(".*\\.(veq|veb|vex)") ? directory.fileLength(file) : 0;
      }
      String found = ask(directory);
      long all = Usage.disk(folder);
      return String.format(
          Locale.ROOT,
          "| %s | %.1f | %.0f | %.0f | %s |",
          name,
          built,
          all / 1048576.0,
          (name.equals("float") ? all : quantised) / 1048576.0,
          found);
    } finally {
      delete(folder);
    }
  }

  private void index(Directory directory, KnnVectorsFormat format) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergeScheduler(new SerialMergeScheduler())
            .setRAMBufferSizeMB(64)
            .setUseCompoundFile(false)
            .setCodec(
                new Lucene104Codec() {
                  @Override
                  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                    return format;
                  }
                });
    config.getMergePolicy().setNoCFSRatio(0);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < vectors.size(); i++) {
        Document document = new Document();
        document.add(
            new KnnFloatVectorField(
                VECTOR, vectors.get(i), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new NumericDocValuesField(NUMBER, i));
        writer.addDocument(document);
      }
    }
  }

  /** How much of the nearest is found, and how long that takes. */
  private String ask(Directory directory) throws Exception {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Times times = new Times();
      int found = 0;
      for (int round = 0; round < 2; round++) {
        times = new Times();
        found = 0;
        for (int i = 0; i < questions.size(); i++) {
          float[] question = questions.get(i);
          ScoreDoc[][] hits = new ScoreDoc[1][];
          times.time(() ->
              hits[0] =
                  searcher.search(new KnnFloatVectorQuery(VECTOR, question, ASKED), ASKED)
                      .scoreDocs);
          found += among(reader, hits[0], nearest.get(i));
        }
      }
      return String.format(
          Locale.ROOT,
          "%.3f | %.1f | %.1f",
          found / (double) (NEAREST * questions.size()),
          times.percentile(50),
          times.percentile(95));
    }
  }

  private static int among(DirectoryReader reader, ScoreDoc[] hits, Set<Integer> nearest)
      throws IOException {
    int found = 0;
    for (ScoreDoc hit : hits) {
      NumericDocValues numbers = MultiDocValues.getNumericValues(reader, NUMBER);
      numbers.advanceExact(hit.doc);
      found += nearest.contains((int) numbers.longValue()) ? 1 : 0;
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
