package org.pullquote.search.solr;

import java.nio.charset.StandardCharsets;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;
import org.pullquote.search.LibraryIndexException;

/**
 * That one program alone changes an index, of all on all machines: a node in ZooKeeper that goes
 * with the session of who made it, when it is closed or nothing is heard of it any more.
 */
final class ChangeLock implements AutoCloseable {

  private static final String LOCKS = "/pullquote/changing";

  private final SolrConnection connection;
  private final SolrZkClient session;
  private final String node;
  private final long owner;

  /**
   * Takes it.
   *
   * @throws LibraryIndexException.Locked if somebody has it
   */
  ChangeLock(SolrConnection connection) {
    this.connection = connection;
    this.node = LOCKS + "/" + connection.settings().collection();
    this.session = connection.session();
    boolean taken = false;
    try {
      owner = connection.ask("the index cannot be locked", this::take);
      taken = true;
    } finally {
      if (!taken) {
        session.close();
      }
    }
  }

  private long take() throws KeeperException, InterruptedException {
    try {
      session.makePath(LOCKS, false, true);
      // Not again after a lost connection: the first try may have made the node.
      session.create(node, "".getBytes(StandardCharsets.UTF_8), CreateMode.EPHEMERAL, false);
    } catch (KeeperException.NodeExistsException e) {
      throw new LibraryIndexException.Locked(
          "Solr at "
              + connection.settings().zookeeper()
              + ", collection "
              + connection.settings().collection()
              + ": another Pullquote is changing the library's index; try again later",
          e);
    }
    return session.getZooKeeper().getSessionId();
  }

  /**
   * Makes sure that it is still held: ZooKeeper gives it away where this program hung for long.
   *
   * @throws LibraryIndexException if it is not
   */
  void require() {
    Stat held =
        connection.ask("the index cannot be locked", () -> session.exists(node, null, true));
    if (held == null || held.getEphemeralOwner() != owner) {
      throw new LibraryIndexException(
          "Solr at "
              + connection.settings().zookeeper()
              + ", collection "
              + connection.settings().collection()
              + ": ZooKeeper heard nothing of this program for too long; what was not committed is"
              + " done again by the next update",
          null);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
