package org.pullquote.store;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pullquote.cluster.RealPostgres;

/** The contract of answers and choices, kept by PostgreSQL. */
class PostgresAnswersClusterTest extends AnswersContract {

  private static RealPostgres postgres;
  private static long bots;
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
}
