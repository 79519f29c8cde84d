package org.pullquote.search.solr;

import java.util.concurrent.CountDownLatch;
import org.pullquote.search.LibraryIndex.Changes;

/** A program that begins to make an index anew and then does nothing more, to be killed. */
final class LockHolder {

  private LockHolder() {}

  /**
   * Begins.
   *
   * @param args ZooKeeper's address and the collection's name
   */
  public static void main(String[] args) throws InterruptedException {
    SolrLibraryIndex index =
        new SolrLibraryIndex(new SolrSettings(args[0], args[1], 1, 1), null, System::nanoTime);
    try (Changes changes = index.change(true)) {
      System.out.println("locked");
      new CountDownLatch(1).await();
      changes.commit();
    }
  }
}
