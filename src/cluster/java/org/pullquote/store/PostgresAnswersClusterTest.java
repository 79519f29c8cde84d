package org.pullquote.store;

import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pullquote.cluster.PostgresServer;

/** The contract of answers and choices, kept by PostgreSQL. */
class PostgresAnswersClusterTest extends AnswersContract {

  @RegisterExtension private static final PostgresServer SERVER = new PostgresServer();

  private static long bots;
  private final long bot = ++bots;

  @Override
  protected SqlStore open(InstantSource clock) {
    return SqlStore.open(SERVER.get().location(), bot, clock);
  }
}
