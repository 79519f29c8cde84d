package org.pullquote.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.search.LibraryIndex.Changes;

/** Changes of a Lucene index of a library. A file's documents are replaced all at once. */
final class LuceneChanges implements Changes {

  /** What the commit says that the index was made by. */
  static final String MADE = "made";

  /** Lucene's defaults for its graph of vectors. */
  private static final int CONNECTIONS = 16;

  private static final int BEAM = 100;

  /** Four times Lucene's default: as many fewer segments to merge while many articles come. */
  private static final double BUFFER_MEBIBYTES = 64;

  private final String where;
  private final @Nullable TextModel model;
  private final IndexWriter writer;

  LuceneChanges(
      Directory directory, String where, @Nullable TextModel model, String made, boolean anew) {
    this.where = where;
    this.model = model;
    try {
      if (anew) {
        clearIfDamaged(directory);
      }
      writer = new IndexWriter(directory, config(anew));
      writer.setLiveCommitData(Map.of(MADE, made).entrySet(), anew);
    } catch (LockObtainFailedException e) {
      throw new LibraryIndexException.Locked(
          where + ": another Pullquote is changing the library's index; try again later", e);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** A writer begins anew only where it can read what was there before. */
  private static void clearIfDamaged(Directory directory) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        SegmentInfos.readLatestCommit(directory);
      }
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
        lock.ensureValid();
        for (String file : directory.listAll()) {
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
            directory.deleteFile(file);
          }
        }
      }
    }
  }

  private static IndexWriterConfig config(boolean anew) {
    return new IndexWriterConfig(new EnglishAnalysis())
        .setOpenMode(
            anew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setMergeScheduler(new SerialMergeScheduler())
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return new Lucene104HnswScalarQuantizedVectorsFormat(
                    ScalarEncoding.PACKED_NIBBLE, CONNECTIONS, BEAM);
              }
            });
  }

  private LibraryIndexException unwritable(IOException e) {
    return new LibraryIndexException(
        where + ": the library's index cannot be written, and is as it was before (" + e + ")", e);
  }

  /** What is done to an index. */
  private interface Step {
    void run() throws IOException;
  }

  private void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Term all(String file) {
    return new Term(LibraryFields.FILE, file);
  }

  @Override
  public void put(
      IndexedFile file, Article article, List<? extends Collection<String>> otherNames) {
    List<float[]> meanings = model == null ? List.of() : ArticleVectors.meanings(model, article);
    run(() ->
        writer.updateDocuments(
            all(file.file()), LibraryDocuments.of(file, article, otherNames, meanings)));
  }

  @Override
  public void putFault(IndexedFile file) {
    run(() -> writer.updateDocument(all(file.file()), LibraryDocuments.about(file)));
  }

  @Override
  public void stamp(IndexedFile file) {
    run(() ->
        writer.updateDocument(
            new Term(LibraryFields.ABOUT_FILE, file.file()), LibraryDocuments.about(file)));
  }

  @Override
  public void remove(String file) {
    run(() -> writer.deleteDocuments(all(file)));
  }

  @Override
  public void commit() {
    run(writer::commit);
    // The first one merges small segments; the second one keeps what was merged.
    run(writer::commit);
  }

  @Override
  public void close() {
    run(writer::close);
  }
}
