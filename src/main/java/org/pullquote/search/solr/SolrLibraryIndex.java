package org.pullquote.search.solr;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryFields;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LikelyArticle;
import org.pullquote.search.LikelyArticles;
import org.pullquote.search.Query;
import org.pullquote.search.TextModel;

/**
 * An index of a library on a Solr cluster, which several programs on several machines share. What
 * is found is what was last committed, by whomever; shards and replicas show a commit within
 * moments of each other, each of them a file's documents together.
 */
public final class SolrLibraryIndex implements LibraryIndex {

  /** Changes with what is kept in the documents, or with the schema. */
  private static final String VERSION = "1";

  private static final String READING = "the library's index cannot be read";

  private final SolrConnection connection;
  private final @Nullable TextModel model;
  private final LikelyArticles likely;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Nothing is asked of the cluster yet.
   *
   * @param model says what text means; null to go by words alone
   * @param nanoTime as {@link System#nanoTime()}
   */
  public SolrLibraryIndex(SolrSettings settings, @Nullable TextModel model, LongSupplier nanoTime) {
    this.connection = new SolrConnection(settings, nanoTime);
    this.model = model;
    this.likely = new LikelyArticles(model);
  }

  /** What is asked of the collection that is in use. */
  private interface Asked<T> {
    T of(SolrFiles files) throws IOException, SolrServerException;
  }

  private <T> T ask(Asked<T> asked, T ifEmpty) {
    return connection.ask(READING, () -> askInUse(asked, ifEmpty));
  }

  private <T> T askInUse(Asked<T> asked, T ifEmpty)
      throws IOException, SolrServerException, KeeperException, InterruptedException {
    String collection = connection.collection(false);
    if (collection == null) {
      return ifEmpty;
    }
    try {
      return asked.of(new SolrFiles(connection, collection));
    } catch (IOException | SolrServerException | RuntimeException e) {
      String now = connection.collection(true);
      if (now == null || now.equals(collection)) {
        throw e;
      }
      // Another one took its place just then.
      return asked.of(new SolrFiles(connection, now));
    }
  }

  @Override
  public Optional<IndexedFile> file(String file) {
    return ask(files -> files.of(List.of(file)).stream().findFirst(), Optional.empty());
  }

  @Override
  public Map<String, String> stamps() {
    return ask(SolrFiles::stamps, new HashMap<>());
  }

  @Override
  public Optional<IndexedFile> named(String name) {
    return article(LibraryFields.NAME, name);
  }

  @Override
  public Optional<IndexedFile> keyed(String key) {
    return article(LibraryFields.KEY, key);
  }

  @Override
  public Optional<IndexedFile> ofEdition(String edition) {
    return article(LibraryFields.EDITION, edition);
  }

  private Optional<IndexedFile> article(String field, String value) {
    return ask(files -> files.article(field, value).stream().findFirst(), Optional.empty());
  }

  @Override
  public int size() {
    return ask(SolrFiles::size, 0);
  }

  @Override
  public List<IndexedFile> articles(int from, int most) {
    return ask(files -> files.articles(from, most), List.of());
  }

  @Override
  public void forEach(Consumer<IndexedFile> consumer) {
    ask(
        files -> {
          files.forEach(consumer);
          return true;
        },
        true);
  }

  @Override
  public List<LikelyArticle> likely(Query query, int most) {
    return ask(files -> likely.of(new SolrHits(files, threads), query, most), List.of());
  }

  /** Names what the index is made by. */
  private String made() {
    return VERSION + " " + (model == null ? "words" : model.name());
  }

  @Override
  public boolean isOutdated() {
    return ask(files -> !files.made().equals(made()), false);
  }

  @Override
  public void refresh() {
    connection.ask(READING, () -> Optional.ofNullable(connection.collection(true)));
  }

  @Override
  public Changes change(boolean anew) {
    return new SolrChanges(connection, model, made(), anew);
  }

  @Override
  public void close() {
    threads.close();
    connection.close();
  }
}
