package org.pullquote.search.solr;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collections that an index has been in: {@code NAME_1}, {@code NAME_2}, …, each with the
 * configuration that it was made with under the same name. An alias says which of them is asked, so
 * that one takes the place of another at once. Only who holds the {@link ChangeLock} may change
 * them.
 */
final class SolrCollections {

  private static final Logger log = LoggerFactory.getLogger(SolrCollections.class);

  private static final String CONFIGS = "/configs";
  private static final String COLLECTIONS = "/collections";

  /** Stand beside this class, from config/solr/conf. */
  private static final List<String> CONFIGURATION =
      List.of("schema.xml", "solrconfig.xml", "irregular-verbs.txt");

  private final SolrConnection connection;

  SolrCollections(SolrConnection connection) {
    this.connection = connection;
  }

  /** Makes an empty collection beside those that are there. */
  String create() throws IOException, SolrServerException, KeeperException, InterruptedException {
    SolrSettings settings = connection.settings();
    Set<String> taken = numbered(COLLECTIONS);
    taken.addAll(numbered(CONFIGS));
    int last = taken.stream().mapToInt(this::number).max().orElse(0);
    String collection = settings.collection() + "_" + (last + 1);
    configure(collection);
    connection.write(
        CollectionAdminRequest.createCollection(
            collection, collection, settings.shards(), settings.replicas()),
        null);
    return collection;
  }

  private void configure(String collection)
      throws IOException, KeeperException, InterruptedException {
    for (String file : CONFIGURATION) {
      try (InputStream in = SolrCollections.class.getResourceAsStream("conf/" + file)) {
        connection
            .zookeeper()
            .makePath(
                CONFIGS + "/" + collection + "/" + file,
                Objects.requireNonNull(in, file).readAllBytes(),
                true);
      }
    }
  }

  /** Has a collection asked from now on, and deletes those before it. */
  void use(String collection)
      throws IOException, SolrServerException, KeeperException, InterruptedException {
    connection.write(
        CollectionAdminRequest.createAlias(connection.settings().collection(), collection), null);
    connection.collection(true);
    deleteAllBut(collection, null);
  }

  /**
   * Deletes what an interrupted program has left. What cannot be deleted now, since a node is lost,
   * is the next time.
   *
   * @param used stays; null where there is none
   * @param next stays, too; null where there is none
   */
  void deleteAllBut(@Nullable String used, @Nullable String next)
      throws KeeperException, InterruptedException {
    Set<String> collections = numbered(COLLECTIONS);
    Set<String> left = numbered(CONFIGS);
    left.addAll(collections);
    for (String each : left) {
      if (!each.equals(used) && !each.equals(next)) {
        delete(each, collections.contains(each));
      }
    }
  }

  /** Deletes a collection that was not finished; no other one, since somebody else may be at it. */
  void discard(String collection) throws KeeperException, InterruptedException {
    delete(collection, true);
  }

  private void delete(String collection, boolean isThere)
      throws KeeperException, InterruptedException {
    try {
      if (isThere) {
        connection.write(CollectionAdminRequest.deleteCollection(collection), null);
      }
      connection.zookeeper().clean(CONFIGS + "/" + collection);
    } catch (IOException | SolrServerException | RuntimeException e) {
      log.warn("Solr: {} could not be deleted, which is tried again later: {}", collection, e);
    }
  }

  /** The names of ours in a folder of ZooKeeper. */
  private Set<String> numbered(String folder) throws KeeperException, InterruptedException {
    SolrZkClient zookeeper = connection.zookeeper();
    Set<String> numbered = new TreeSet<>();
    if (zookeeper.exists(folder, true)) {
      zookeeper.getChildren(folder, null, true).stream()
          .filter(name -> number(name) > 0)
          .forEach(numbered::add);
    }
    return numbered;
  }

  /** The number of a collection of ours; 0 for another one. */
  private int number(String name) {
    String prefix = connection.settings().collection() + "_";
    return name.startsWith(prefix) && name.substring(prefix.length()).matches("[1-9]\\d{0,8}")
        ? Integer.parseInt(name.substring(prefix.length()))
        : 0;
  }
}
