package org.pullquote.search.solr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.pullquote.search.LibraryIndexException;

/** Where there is no cluster; with one, the tests of the profile {@code cluster}. */
class SolrLibraryIndexTest {

  private static int nobodysPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void saysInOneLineWhereNothingIsAndWhatToDo() throws IOException {
    String zookeeper = "127.0.0.1:" + nobodysPort();
    try (SolrLibraryIndex index =
        new SolrLibraryIndex(
            new SolrSettings(zookeeper, "pullquote", 1, 1), null, System::nanoTime)) {
      LibraryIndexException reading = assertThrows(LibraryIndexException.class, index::size);
      String said = String.valueOf(reading.getMessage());
      assertTrue(said.startsWith(zookeeper + ": ZooKeeper cannot be reached"), said);
      assertTrue(said.contains("search.zookeeper"), said);
      assertFalse(said.contains("\n"), said);
    }
  }
}
