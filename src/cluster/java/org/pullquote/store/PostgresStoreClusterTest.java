package org.pullquote.store;

import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pullquote.cluster.PostgresServer;

/** The contract of a store, kept by PostgreSQL. */
class PostgresStoreClusterTest extends StoreContract {

  @RegisterExtension private static final PostgresServer SERVER = new PostgresServer();

  private static long bots;

  /** Each test is a bot of its own, with a schema of its own. */
  private final long bot = ++bots;

  @Override
  protected SqlStore open(InstantSource clock) {
    return SqlStore.open(SERVER.get().location(), bot, clock);
  }

  @Override
  protected long count(String rows) {
    return SERVER.get().number("SELECT count(*) FROM telegram_" + bot + "." + rows);
  }
}
