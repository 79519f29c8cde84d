package org.pullquote.store;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pullquote.cluster.RealPostgres;

/** The contract of a store, kept by PostgreSQL. */
class PostgresStoreClusterTest extends StoreContract {

  private static RealPostgres postgres;
  private static long bots;

  /** Each test is a bot of its own, with a schema of its own. */
  private final long bot = ++bots;

  @BeforeAll
  static void start() {
    postgres = RealPostgres.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  protected SqlStore open(InstantSource clock) {
    return SqlStore.open(postgres.location(), bot, clock);
  }

  @Override
  protected long count(String rows) {
    return postgres.number("SELECT count(*) FROM telegram_" + bot + "." + rows);
  }
}
