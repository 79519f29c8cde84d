package org.pullquote.search.solr;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrResponse;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudHttp2SolrClient;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.Http2SolrClient;
import org.apache.solr.client.solrj.impl.ZkClientClusterStateProvider;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.cloud.Aliases;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.solr.common.cloud.ZkStateReader;
import org.apache.solr.common.params.SolrParams;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;
import org.pullquote.search.LibraryIndexException;

/**
 * A connection to a Solr cluster, made with the first thing that is asked of it. Waiting has an
 * end: where a node is lost, another replica is asked, and a reader waits no longer than a request
 * may take.
 */
final class SolrConnection implements AutoCloseable {

  private static final int CONNECT_SECONDS = 2;

  /** A question waits so long for a node at the most. */
  private static final int QUERY_SECONDS = 10;

  /** A cluster that is not there is not looked for again before that. */
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  /** What writes may take longer: a batch of vectors, or a new collection. */
  private static final int WRITE_SECONDS = 120;

  private static final int ZOOKEEPER_CONNECT_SECONDS = 5;

  /** After so long without a sign of this program, ZooKeeper drops what it holds for it. */
  private static final int ZOOKEEPER_SESSION_SECONDS = 15;

  private final SolrSettings settings;
  private final LongSupplier nanoTime;
  private @Nullable Open open;
  private boolean closed;
  private @Nullable LibraryIndexException lastFailure;
  private long failedAt;

  SolrConnection(SolrSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  SolrSettings settings() {
    return settings;
  }

  /** What is open together. */
  private record Open(
      SolrZkClient zookeeper,
      ZkStateReader state,
      CloudSolrClient queries,
      CloudSolrClient writes) {

    void close() {
      try {
        queries.close();
        writes.close();
      } catch (IOException e) {
        // Nothing is left to be sent.
      } finally {
        state.close();
        zookeeper.close();
      }
    }
  }

  /** What is asked of the cluster. */
  interface Asked<T> {
    T ask() throws IOException, SolrServerException, KeeperException, InterruptedException;
  }

  /**
   * Asks, and tells what fails in one line.
   *
   * @param doing what is done, to be told: “the index cannot be read”
   */
  <T> T ask(String doing, Asked<T> asked) {
    try {
      return asked.ask();
    } catch (LibraryIndexException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(doing, e);
    } catch (IOException | SolrServerException | KeeperException | RuntimeException e) {
      throw failed(doing, e);
    }
  }

  private LibraryIndexException failed(String doing, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
    return new LibraryIndexException(
        "Solr at "
            + settings.zookeeper()
            + ", collection "
            + settings.collection()
            + ": "
            + doing
            + "; see that its nodes and ZooKeeper run ("
            + reason.strip().replaceAll("\\s*\\R\\s*", " ")
            + ")",
        e);
  }

  private synchronized Open open() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    if (open == null) {
      open = connectOnceInAWhile();
    }
    return open;
  }

  /** Whoever asks while it was not there a moment ago is told so at once, and holds up nobody. */
  private Open connectOnceInAWhile() {
    LibraryIndexException before = lastFailure;
    if (before != null && nanoTime.getAsLong() - failedAt < AGAIN_AFTER.toNanos()) {
      throw before;
    }
    try {
      Open connected = connect();
      lastFailure = null;
      return connected;
    } catch (LibraryIndexException e) {
      lastFailure = e;
      failedAt = nanoTime.getAsLong();
      throw e;
    }
  }

  private Open connect() {
    SolrZkClient zookeeper = session();
    ZkStateReader state = new ZkStateReader(zookeeper);
    try {
      state.createClusterStateWatchersAndUpdate();
      return new Open(zookeeper, state, client(state, QUERY_SECONDS), client(state, WRITE_SECONDS));
    } catch (KeeperException | InterruptedException | RuntimeException e) {
      state.close();
      zookeeper.close();
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw notThere(e);
    }
  }

  private LibraryIndexException notThere(Exception e) {
    return new LibraryIndexException(
        settings.zookeeper()
            + ": no Solr cluster is registered there (search.zookeeper); start its nodes with this address ("
            + e.getMessage()
            + ")",
        e);
  }

  private static CloudSolrClient client(ZkStateReader state, int seconds) {
    return new CloudHttp2SolrClient.Builder(new ZkClientClusterStateProvider(state))
        .withHttpClientBuilder(http(seconds))
        .build();
  }

  private static Http2SolrClient.Builder http(int seconds) {
    return new Http2SolrClient.Builder()
        .withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .withIdleTimeout(seconds, TimeUnit.SECONDS)
        .withRequestTimeout(seconds, TimeUnit.SECONDS);
  }

  /**
   * A new session with ZooKeeper; close it after use.
   *
   * @throws LibraryIndexException if ZooKeeper is out of reach
   */
  SolrZkClient session() {
    try {
      return new SolrZkClient.Builder()
          .withUrl(settings.zookeeper())
          .withTimeout(ZOOKEEPER_SESSION_SECONDS, TimeUnit.SECONDS)
          .withConnTimeOut(ZOOKEEPER_CONNECT_SECONDS, TimeUnit.SECONDS)
          .build();
    } catch (RuntimeException e) {
      throw new LibraryIndexException(
          settings.zookeeper()
              + ": ZooKeeper cannot be reached (search.zookeeper); start it, or correct the address ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /** The session that lasts as long as this connection. */
  SolrZkClient zookeeper() {
    return open().zookeeper();
  }

  /** What the cluster looks like; ZooKeeper keeps it up to date. */
  ZkStateReader state() {
    return open().state();
  }

  /**
   * The collection that the index is found in.
   *
   * @param now whether to ask ZooKeeper, rather than go by what it last told
   * @return null where there is none
   */
  @Nullable String collection(boolean now) throws KeeperException, InterruptedException {
    ZkStateReader state = state();
    if (now) {
      state.getAliasesManager().update();
    }
    Aliases aliases = state.getAliases();
    List<String> collections = aliases.getCollectionAliasListMap().get(settings.collection());
    return collections == null || collections.isEmpty() ? null : collections.getFirst();
  }

  /** Asks a collection. A request that asks much is not cut, as one in an address would be. */
  QueryResponse query(String collection, SolrParams asked) throws IOException, SolrServerException {
    return new QueryRequest(asked, SolrRequest.METHOD.POST).process(open().queries(), collection);
  }

  /** Has something written, or the cluster changed. */
  <T extends SolrResponse> T write(SolrRequest<T> request, @Nullable String collection)
      throws IOException, SolrServerException {
    return request.process(open().writes(), collection);
  }

  /** Whether a failure may pass, since the cluster is just finding another leader. */
  static boolean mayPass(Exception e) {
    return !(e instanceof SolrException refused)
        || refused.code() >= SolrException.ErrorCode.SERVER_ERROR.code
        || e.getCause() instanceof IOException
        || e.getCause() instanceof TimeoutException;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
