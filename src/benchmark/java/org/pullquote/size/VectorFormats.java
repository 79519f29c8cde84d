package org.pullquote.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** Lucene's formats for vectors beside each other: size, time, and what is found of the nearest. */
final class VectorFormats {

  /**
   * Of the rows: how many of the nearest are found, and how often a passage that answers. Times are
   * those of a processor.
   */
  static final String HEAD =
      "| format | built, s | MiB on disk | of it searched | scores | nearest 10 among 100 |"
          + " among 10 | answer first | among 10 | among 100 | p50, ms | p95, ms |\n"
          + "|---|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|";

  private static final String VECTOR = "vector";
  private static final String NUMBER = "number";

  /** Lucene's defaults for its graph, as the library has them. */
  private static final int CONNECTIONS = 16;

  private static final int BEAM = 100;

  /** As many as the library asks for. */
  private static final int ASKED = 100;

  private static final int NEAREST = 10;

  private final EncodedPassages encoded;
  private final List<Set<Integer>> nearest;

  VectorFormats(EncodedPassages encoded) {
    this.encoded = encoded;
    this.nearest =
        encoded.questions().parallelStream().map(question -> exact(question.vector())).toList();
  }

  private Set<Integer> exact(float[] question) {
    double[] products =
        encoded.passages().stream()
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
   * Rows of the table: scored by the format, and by the floats that are kept beside it.
   *
   * @param folder of the index; deleted afterwards
   */
  String rows(String name, KnnVectorsFormat format, Path folder) throws Exception {
    try (Directory directory = FSDirectory.open(folder)) {
      double built = Times.of(() -> index(directory, format)).processorSeconds();
      long searched = 0;
      for (String file : directory.listAll()) {
        // What a search reads: the quantised numbers and the graph; exact numbers lie beside them.
        searched += file.matches(".*\\.(veq|veb|vex)") ? directory.fileLength(file) : 0;
      }
      long all = Usage.disk(folder);
      boolean exact = name.equals("float");
      String row =
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.0f | %.1f | %s |",
              name,
              built,
              all / 1048576.0,
              (exact ? all : searched) / 1048576.0,
              ask(directory, false));
      return exact ? row : row + "\n| | | | | " + ask(directory, true) + " |";
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
      for (int i = 0; i < encoded.passages().size(); i++) {
        Document document = new Document();
        document.add(
            new KnnFloatVectorField(
                VECTOR, encoded.passages().get(i), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new NumericDocValuesField(NUMBER, i));
        writer.addDocument(document);
      }
    }
  }

  /** What is found, and how long that takes, the second time. */
  private String ask(Directory directory, boolean rescored) throws Exception {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      ask(reader, rescored, new Times());
      Times times = new Times();
      Found found = ask(reader, rescored, times);
      return String.format(
          Locale.ROOT,
          "%s | %s | %.1f | %.1f",
          rescored ? "by float" : "its own",
          found,
          times.threadPercentile(50),
          times.threadPercentile(95));
    }
  }

  private Found ask(DirectoryReader reader, boolean rescored, Times times) throws Exception {
    IndexSearcher searcher = new IndexSearcher(reader);
    Found found = new Found();
    for (int i = 0; i < encoded.questions().size(); i++) {
      EncodedPassages.Question question = encoded.questions().get(i);
      Query near = new KnnFloatVectorQuery(VECTOR, question.vector(), ASKED);
      Query query =
          rescored
              ? RescoreTopNQuery.createFullPrecisionRescorerQuery(
                  near, question.vector(), VECTOR, ASKED)
              : near;
      ScoreDoc[][] hits = new ScoreDoc[1][];
      times.time(() -> hits[0] = searcher.search(query, ASKED).scoreDocs);
      found.add(numbers(reader, hits[0]), nearest.get(i), question.answers());
    }
    return found;
  }

  private static List<Integer> numbers(DirectoryReader reader, ScoreDoc[] hits)
      throws IOException {
    List<Integer> found = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      NumericDocValues numbers = MultiDocValues.getNumericValues(reader, NUMBER);
      numbers.advanceExact(hit.doc);
      found.add((int) numbers.longValue());
    }
    return found;
  }

  /** What was found of what was to be found, over all questions. */
  private static final class Found {
    private int questions;
    private int nearAmong100;
    private int nearAmong10;
    private final int[] answers = new int[3];

    void add(List<Integer> hits, Set<Integer> nearest, Set<Integer> answering) {
      questions++;
      List<Integer> first = hits.subList(0, Math.min(NEAREST, hits.size()));
      nearAmong100 += (int) hits.stream().filter(nearest::contains).count();
      nearAmong10 += (int) first.stream().filter(nearest::contains).count();
      int[] reach = {1, NEAREST, ASKED};
      for (int i = 0; i < reach.length; i++) {
        answers[i] += hits.stream().limit(reach[i]).anyMatch(answering::contains) ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      double near = (double) NEAREST * questions;
      return String.format(Locale.ROOT, "%.3f | %.3f", nearAmong100 / near, nearAmong10 / near)
          + String.join(
              "",
              Arrays.stream(answers)
                  .mapToObj(each ->
                      String.format(Locale.ROOT, " | %.3f", each / (double) questions))
                  .toList());
    }
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
