package org.pullquote.cluster;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link RealPostgres} for all tests of a class. */
public final class PostgresServer implements BeforeAllCallback, AfterAllCallback {

  private RealPostgres postgres;

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres = RealPostgres.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    postgres.close();
  }

  /** The server; it runs while tests of the class do. */
  public RealPostgres get() {
    return postgres;
  }
}
