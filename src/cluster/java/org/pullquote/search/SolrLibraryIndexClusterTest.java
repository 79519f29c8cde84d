package org.pullquote.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.cluster.RealSolr;
import org.pullquote.search.solr.SolrLibraryIndex;
import org.pullquote.search.solr.SolrSettings;

/** The contract, on three nodes, three shards and two replicas. */
class SolrLibraryIndexClusterTest extends LibraryIndexContract {

  @TempDir static Path folder;
  private static RealSolr solr;
  private static int tests;

  private SolrSettings settings;

  @BeforeAll
  static void start() throws Exception {
    solr = new RealSolr(folder, 3);
  }

  @AfterAll
  static void stop() {
    solr.close();
  }

  @BeforeEach
  void anotherIndex() {
    settings = solr.settings("test" + tests++);
  }

  @Override
  SolrLibraryIndex open(@Nullable TextModel model) {
    return new SolrLibraryIndex(settings, model, System::nanoTime);
  }
}
