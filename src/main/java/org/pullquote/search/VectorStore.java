package org.pullquote.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents under keys in a folder that grows no larger than it may: what is kept goes into one
 * index; when that is half of the room, it becomes the old one, and what was the old one until then
 * is deleted. So what nobody has asked for since then goes, that of articles that are no more with
 * it, provided that who finds something among the old keeps it again. All of it may be deleted at
 * any time.
 */
final class VectorStore {

  private static final Logger LOG = LoggerFactory.getLogger(VectorStore.class);

  private static final String KEY = "key";

  private final Path folder;
  private final Path recent;
  private final Path old;
  private final long most;

  /**
   * @param folder made when there is something to keep
   * @param most bytes that it may take, about
   */
  VectorStore(Path folder, long most) {
    this.folder = folder;
    this.recent = folder.resolve("recent");
    this.old = folder.resolve("old");
    this.most = most;
  }

  /** Whether more can be kept without anything being deleted. */
  boolean hasRoom() {
    return !Files.isDirectory(old) && size(recent) < most / 2;
  }

  /** What is kept under keys of late. */
  Map<String, Document> recent(Collection<String> keys) {
    return find(recent, keys);
  }

  /** What is kept under keys, and will be deleted next if it is not kept again. */
  Map<String, Document> old(Collection<String> keys) {
    return find(old, keys);
  }

  private static Map<String, Document> find(Path index, Collection<String> keys) {
    Map<String, Document> found = new LinkedHashMap<>();
    if (keys.isEmpty() || !Files.isDirectory(index)) {
      return found;
    }
    try (Directory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String key : keys) {
        ScoreDoc[] docs = searcher.search(new TermQuery(new Term(KEY, key)), 1).scoreDocs;
        if (docs.length > 0) {
          found.put(key, searcher.storedFields().document(docs[0].doc));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it, the passages can be read again.
      LOG.warn("the vectors kept in {} cannot be used: {}", index.getFileName(), e.toString());
      found.clear();
    }
    return found;
  }

  /** Keeps documents; their keys are added to them. */
  void keep(Map<String, Document> added) {
    if (added.isEmpty()) {
      return;
    }
    try {
      deleteFiles(folder);
      if (size(recent) >= most / 2) {
        age();
      }
      try (Directory directory = FSDirectory.open(recent);
          IndexWriter writer =
              new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
        for (Map.Entry<String, Document> entry : added.entrySet()) {
          entry.getValue().add(new StringField(KEY, entry.getKey(), Field.Store.NO));
          writer.updateDocument(new Term(KEY, entry.getKey()), entry.getValue());
        }
      }
    } catch (LockObtainFailedException e) {
      // Another run is keeping what it read; the next one will read this again.
      LOG.debug("the vectors are not kept: {}", e.toString());
    } catch (IOException e) {
      LOG.warn("the vectors are not kept in {}: {}", folder.getFileName(), e.toString());
    }
  }

  /** What was kept of late is the old from now on. */
  private void age() throws IOException {
    try (Directory directory = FSDirectory.open(recent);
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      if (Files.isDirectory(old)) {
        deleteFiles(old);
        Files.delete(old);
      }
      Files.move(recent, old, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static long size(Path index) {
    try {
      long size = 0;
      for (Path file : files(index)) {
        size += Files.size(file);
      }
      return size;
    } catch (IOException e) {
      // Another run is writing it.
      return 0;
    }
  }

  /** Also what earlier versions kept in the folder itself. */
  private static void deleteFiles(Path index) throws IOException {
    for (Path file : files(index)) {
      Files.deleteIfExists(file);
    }
  }

  private static List<Path> files(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(index)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
