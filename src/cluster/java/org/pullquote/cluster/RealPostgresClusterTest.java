package org.pullquote.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The server of the other tests does what they need of it. */
class RealPostgresClusterTest {

  @Test
  void comesBackWithItsData() {
    try (RealPostgres postgres = RealPostgres.start()) {
      postgres.execute("CREATE ROLE survivor");
      postgres.restart();
      postgres.kill();
      postgres.startAgain();
      postgres.pause();
      postgres.resume();
      assertEquals(
          1, postgres.number("SELECT count(*) FROM pg_roles WHERE rolname = 'survivor'"));
    }
  }
}
