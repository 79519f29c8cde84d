package org.pullquote.search.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.client.solrj.response.UpdateResponse;
import org.apache.solr.common.SolrInputDocument;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.search.ArticleVectors;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndex.Changes;
import org.pullquote.search.TextModel;

/**
 * Changes of an index on Solr. They wait here until they are many or are committed, and go to Solr
 * together; a file's documents are replaced all at once. Solr cannot take back what it was sent:
 * where a program ends between sending and committing, the next commit shows files as they were
 * sent, whole, which is how they are in the folder.
 */
final class SolrChanges implements Changes {

  /** So many files wait at the most: a few megabytes with their vectors. */
  private static final int MOST_WAITING = 100;

  /**
   * A lost leader has a successor after half a minute: so long it is tried, with pauses between.
   */
  private static final List<Integer> PAUSES = List.of(1, 2, 4, 8, 16, 16);

  private final SolrConnection connection;
  private final @Nullable TextModel model;
  private final ChangeLock lock;
  private final SolrCollections collections;
  private final String collection;

  /** What to put in the place of a document, by its id. */
  private final Map<String, Optional<SolrInputDocument>> waiting = new LinkedHashMap<>();

  private boolean used;

  /**
   * Begins.
   *
   * @param made what the index is made by
   * @param anew whether to begin with nothing
   */
  SolrChanges(SolrConnection connection, @Nullable TextModel model, String made, boolean anew) {
    this.connection = connection;
    this.model = model;
    this.collections = new SolrCollections(connection);
    this.lock = new ChangeLock(connection);
    boolean begun = false;
    try {
      collection = connection.ask("the index cannot be changed", () -> begin(made, anew));
      begun = true;
    } finally {
      if (!begun) {
        lock.close();
      }
    }
  }

  private String begin(String made, boolean anew)
      throws IOException, SolrServerException, KeeperException, InterruptedException {
    String before = connection.collection(true);
    used = before != null && !anew;
    if (before != null && !anew) {
      return before;
    }
    // First the new one: a program that hung for long then never meets its number again.
    String created = collections.create();
    collections.deleteAllBut(before, created);
    waiting.put(SolrDocuments.MADE_ID, Optional.of(SolrDocuments.made(made)));
    return created;
  }

  private void enqueue(String id, @Nullable SolrInputDocument document) {
    waiting.put(id, Optional.ofNullable(document));
    if (waiting.size() >= 2 * MOST_WAITING) {
      send();
    }
  }

  @Override
  public void put(
      IndexedFile file, Article article, List<? extends Collection<String>> otherNames) {
    List<float[]> meanings = model == null ? List.of() : ArticleVectors.meanings(model, article);
    replace(file.file(), SolrDocuments.of(file, article, otherNames, meanings));
  }

  @Override
  public void putFault(IndexedFile file) {
    replace(file.file(), SolrDocuments.about(file));
  }

  @Override
  public void remove(String file) {
    replace(file, null);
  }

  private void replace(String file, @Nullable SolrInputDocument document) {
    enqueue(SolrDocuments.touchId(file), null);
    enqueue(file, document);
  }

  @Override
  public void stamp(IndexedFile file) {
    enqueue(SolrDocuments.touchId(file.file()), SolrDocuments.touch(file));
  }

  private void send() {
    UpdateRequest update = new UpdateRequest();
    List<String> gone = new ArrayList<>();
    waiting.forEach((id, document) -> document.ifPresentOrElse(update::add, () -> gone.add(id)));
    update.deleteById(gone);
    if (!waiting.isEmpty()) {
      lock.require();
      write(update);
      waiting.clear();
    }
  }

  private void write(UpdateRequest update) {
    connection.ask(
        "the index could not be changed, and what was not committed is done again later",
        () -> patiently(update));
  }

  private UpdateResponse patiently(UpdateRequest update)
      throws IOException, SolrServerException, InterruptedException {
    for (int pause : PAUSES) {
      try {
        return connection.write(update, collection);
      } catch (IOException | SolrServerException | RuntimeException e) {
        if (!SolrConnection.mayPass(e)) {
          throw e;
        }
      }
      Thread.sleep(1000L * pause);
    }
    return connection.write(update, collection);
  }

  @Override
  public void commit() {
    send();
    UpdateRequest commit = new UpdateRequest();
    // Returns when it is found on all replicas.
    commit.setAction(UpdateRequest.ACTION.COMMIT, true, true);
    lock.require();
    write(commit);
    if (!used) {
      lock.require();
      connection.ask(
          "the new index could not take the place of the old one",
          () -> {
            collections.use(collection);
            return collection;
          });
      used = true;
    }
  }

  @Override
  public void close() {
    try {
      if (!used) {
        connection.ask(
            "the unfinished index could not be deleted",
            () -> {
              collections.discard(collection);
              return collection;
            });
      }
    } finally {
      lock.close();
    }
  }
}
