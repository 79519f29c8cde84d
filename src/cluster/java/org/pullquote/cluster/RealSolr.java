package org.pullquote.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.ZooKeeper;
import org.pullquote.search.solr.SolrSettings;

/**
 * A real Solr cluster on loopback: ZooKeeper and some nodes, each in a JVM of its own, with a folder
 * of their own. Close it after use; what it needs of memory is some 400 MB a node.
 *
 * <p>The server's class path comes from the build ({@code solr.class-path}, {@code solr.node}), since
 * Solr brings another Lucene.
 */
public final class RealSolr implements AutoCloseable {

  /** So long a lost node counts as there, in milliseconds: Solr's own default is 30 s. */
  private static final int SESSION_MILLIS = 5_000;

  private static final String SOLR_XML =
      """
      <solr>
        <solrcloud>
          <str name="host">127.0.0.1</str>
          <int name="hostPort">${hostPort}</int>
          <str name="hostContext">solr</str>
          <int name="zkClientTimeout">%d</int>
          <int name="leaderVoteWait">5000</int>
        </solrcloud>
        <shardHandlerFactory name="shardHandlerFactory" class="HttpShardHandlerFactory">
          <int name="connTimeout">2000</int>
          <int name="socketTimeout">10000</int>
        </shardHandlerFactory>
      </solr>
      """
          .formatted(SESSION_MILLIS);

  private static final String ZOO_CFG =
      """
      tickTime=500
      dataDir=%s
      clientPort=%d
      clientPortAddress=127.0.0.1
      admin.enableServer=false
      """;

  private final Path folder;
  private final String zookeeperAddress;
  private final ServerProcess zookeeper;
  private final List<ServerProcess> nodes = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  /**
   * Starts it, and waits until it can be used.
   *
   * @param folder for all that it keeps
   * @param nodes how many of Solr's
   */
  public RealSolr(Path folder, int nodes) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    int port = ServerProcess.freePort();
    this.zookeeperAddress = "127.0.0.1:" + port;
    this.zookeeper = zookeeper(port);
    boolean started = false;
    try {
      zookeeper.awaitPort(port);
      for (int i = 0; i < nodes; i++) {
        this.nodes.add(node(i));
        starts.add(1);
      }
      for (int i = 0; i < nodes; i++) {
        awaitNode(i);
      }
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  private static Path property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("only in the profile \"cluster\": -D" + name + " is not set");
    }
    return Path.of(value);
  }

  private ServerProcess zookeeper(int port) throws IOException {
    Path config = folder.resolve("zoo.cfg");
    Files.writeString(config, ZOO_CFG.formatted(folder.resolve("zookeeper"), port));
    return ServerProcess.start(
        property("solr.class-path"),
        folder.resolve("zookeeper.log"),
        List.of("org.apache.zookeeper.server.quorum.QuorumPeerMain", config.toString()));
  }

  private ServerProcess node(int number) throws IOException {
    Path home = Files.createDirectories(folder.resolve("node" + number));
    Files.writeString(home.resolve("solr.xml"), SOLR_XML);
    int port = ServerProcess.freePort();
    return ServerProcess.start(
        property("solr.class-path"),
        folder.resolve("node" + number + ".log"),
        List.of(
            "-DzkHost=" + zookeeperAddress,
            "-DhostPort=" + port,
            "-Dsolr.log.dir=" + home,
            property("solr.node").toString(),
            home.toString(),
            String.valueOf(port)));
  }

  private void awaitNode(int number) {
    nodes.get(number).awaitLine("ready", starts.get(number));
  }

  /** The address of ZooKeeper, as {@code search.zookeeper} takes it. */
  public String zookeeperAddress() {
    return zookeeperAddress;
  }

  /** An index in it, with a copy of each shard on two nodes where there are two. */
  public SolrSettings settings(String collection) {
    return new SolrSettings(
        zookeeperAddress, collection, nodes.size(), Math.min(2, nodes.size()));
  }

  /** How many nodes there are, killed ones among them. */
  public int size() {
    return nodes.size();
  }

  /** Ends a node with {@code kill -9}. */
  public void kill(int number) {
    nodes.get(number).kill();
  }

  /** Ends ZooKeeper with {@code kill -9}. */
  public void killZookeeper() {
    zookeeper.kill();
  }

  /** Starts a node again, with what it kept on disk, and waits until it answers. */
  public void restart(int number) throws IOException {
    starts.set(number, starts.get(number) + 1);
    nodes.get(number).restart();
    awaitNode(number);
  }

  /** The names of what stands in a folder of ZooKeeper. */
  public List<String> children(String path) throws Exception {
    ZooKeeper session = new ZooKeeper(zookeeperAddress, SESSION_MILLIS, event -> {});
    try {
      return session.getChildren(path, false).stream().sorted().toList();
    } finally {
      session.close();
    }
  }

  /** What each node has in memory, in bytes; 0 for one that was killed. */
  public List<Long> memory() throws IOException {
    List<Long> memory = new ArrayList<>();
    for (ServerProcess node : nodes) {
      memory.add(node.isAlive() ? node.memory() : 0L);
    }
    return memory;
  }

  /** What ZooKeeper has in memory, in bytes. */
  public long zookeeperMemory() throws IOException {
    return zookeeper.memory();
  }

  @Override
  public void close() {
    nodes.forEach(ServerProcess::close);
    zookeeper.close();
  }
}
