package org.pullquote.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A schema of a PostgreSQL database, by a few connections; transactions are READ COMMITTED. A
 * server that was away is used again as soon as it is back.
 *
 * <p>Each transaction runs on a thread of its own, which nobody interrupts: a virtual thread that
 * is interrupted closes the socket it waits at, in the middle of a commit if need be.
 */
final class PostgresDatabase implements Database {

  /** Each is a process of the server's; Telegram takes less than one of them can write. */
  private static final int CONNECTIONS = 4;

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration VALIDATE = Duration.ofSeconds(1);

  /** No statement takes long: a server that says nothing for so long does not work. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** What a start does may wait for another process that does the same. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration VACUUM = Duration.ofMinutes(10);

  /** A process that was lost from sight holds its locks no longer; we never think so long. */
  private static final String END_IDLE = "SET idle_in_transaction_session_timeout = '15s'";

  /** For so long it is tried to find out what became of a transaction. */
  private static final Duration UNKNOWN = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Duration COMMITS_KEPT = Duration.ofHours(1);

  private static final int MOST_ATTEMPTS = 10;

  /** Serialization failure and deadlock: done again, they succeed. */
  private static final Set<String> DONE_AGAIN = Set.of("40001", "40P01");

  /** What a process is told that makes a schema or table which another one makes just now. */
  private static final Set<String> MADE_ALREADY = Set.of("23505", "42P06", "42P07");

  private final HikariDataSource pool;
  private final ServerFaults faults;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("store-", 1).factory());

  private PostgresDatabase(HikariDataSource pool, ServerFaults faults) {
    this.pool = pool;
    this.faults = faults;
  }

  /** How a transaction ended: with a failure where it may or may not have been committed. */
  private record Commit<T>(T result, String token, @Nullable SQLException failure) {}

  /**
   * Opens a schema, made if it is not there, with its tables as this version knows them.
   *
   * @throws StoreException if it cannot be opened, or a newer version of the program made it
   */
  static PostgresDatabase open(StoreLocation.Server server, String schema) {
    return open(server, schema, true).orElseThrow();
  }

  /**
   * Opens a schema if it is there.
   *
   * @throws StoreException if it cannot be opened
   */
  static Optional<PostgresDatabase> openExisting(StoreLocation.Server server, String schema) {
    return open(server, schema, false);
  }

  private static Optional<PostgresDatabase> open(
      StoreLocation.Server server, String schema, boolean make) {
    ServerFaults faults = new ServerFaults(server, schema);
    try {
      PGSimpleDataSource starting = source(server, schema, START);
      if (!prepare(starting, schema, make, faults)) {
        return Optional.empty();
      }
      Migrations migrations = Migrations.postgres(starting, schema);
      int version = migrations.version();
      if (version > Migrations.VERSION) {
        throw faults.newer(version);
      }
      if (version < Migrations.VERSION) {
        upgrade(migrations);
      }
      return Optional.of(new PostgresDatabase(pool(source(server, schema, SILENCE)), faults));
    } catch (SQLException | FlywayException e) {
      throw faults.of(e);
    }
  }

  /** Scripts run in one process at a time; the table of versions is made before. */
  private static void upgrade(Migrations migrations) {
    for (int attempt = 1; ; attempt++) {
      try {
        migrations.upgrade(0);
        return;
      } catch (FlywayException e) {
        if (attempt == MOST_ATTEMPTS || !hasState(e, MADE_ALREADY)) {
          throw e;
        }
      }
    }
  }

  private static boolean hasState(Throwable failure, Set<String> states) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static PGSimpleDataSource source(
      StoreLocation.Server server, String schema, Duration silence) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.url());
    source.setUser(server.user());
    if (!server.password().secret().isEmpty()) {
      source.setPassword(server.password().secret());
    }
    source.setCurrentSchema(schema);
    source.setApplicationName("pullquote");
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setLoginTimeout((int) CONNECT.toSeconds());
    source.setSocketTimeout((int) silence.toSeconds());
    source.setTcpKeepAlive(true);
    // Details are the values of rows: what readers wrote would stand in the log.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** Whether the schema is there, made if it may be. Flyway would try that for ten seconds. */
  private static boolean prepare(
      PGSimpleDataSource source, String schema, boolean make, ServerFaults faults)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < ServerFaults.OLDEST) {
        throw faults.old(connection.getMetaData().getDatabaseProductVersion());
      }
      if (hasSchema(statement, schema)) {
        return true;
      }
      if (make) {
        makeSchema(statement, schema);
      }
      return make;
    }
  }

  private static boolean hasSchema(Statement statement, String schema) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = '" + schema + "'")) {
      return row.next();
    }
  }

  private static void makeSchema(Statement statement, String schema) throws SQLException {
    try {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
    } catch (SQLException e) {
      if (!hasState(e, MADE_ALREADY)) {
        throw e;
      }
    }
  }

  private static HikariDataSource pool(PGSimpleDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setDataSource(source);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(END_IDLE);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(VALIDATE.toMillis());
    // Whether the server can be reached was found out before, with a better message.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  @Override
  public <T> T transaction(Work<T> work) {
    return aside(() -> {
      for (int attempt = 1; ; attempt++) {
        try {
          return attempt(work);
        } catch (SQLException e) {
          if (attempt == MOST_ATTEMPTS || !hasState(e, DONE_AGAIN)) {
            throw faults.of(e);
          }
        }
      }
    });
  }

  private <T> T attempt(Work<T> work) throws SQLException {
    Commit<T> commit;
    try (Connection connection = pool.getConnection()) {
      commit = run(work, connection);
    }
    SQLException failure = commit.failure();
    if (failure != null && !hasCommitted(commit.token(), failure)) {
      throw failure;
    }
    return commit.result();
  }

  private static <T> Commit<T> run(Work<T> work, Connection connection) throws SQLException {
    Transaction transaction = new Transaction(connection);
    String token = UUID.randomUUID().toString();
    T result;
    try {
      result = work.run(transaction);
      if (transaction.changes()) {
        note(transaction, token);
      }
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
    try {
      connection.commit();
      return new Commit<>(result, token, null);
    } catch (SQLException e) {
      return new Commit<>(result, token, e);
    }
  }

  private static int note(Transaction transaction, String token) throws SQLException {
    return transaction.change(
        "INSERT INTO committed (token, noted_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        token,
        Instant.now());
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Whether a transaction was kept whose commit had no answer. To note its token once more waits
   * for it to end, and succeeds only if it came to nothing.
   */
  private boolean hasCommitted(String token, SQLException failure) {
    long started = System.nanoTime();
    while (System.nanoTime() - started < UNKNOWN.toNanos() && !pool.isClosed()) {
      try (Connection connection = pool.getConnection()) {
        boolean free = note(new Transaction(connection), token) > 0;
        connection.rollback();
        return !free;
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
      if (!pause()) {
        break;
      }
    }
    throw faults.unknown(failure);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T aside(Callable<T> work) {
    Future<T> done;
    try {
      done = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw faults.closed();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw thrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RuntimeException thrown(@Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException unchecked -> unchecked;
      case Exception failure -> faults.of(failure);
      case null, default -> new IllegalStateException(cause);
    };
  }

  /**
   * Lets the server use the space of deleted rows again, which it overwrites as it needs it; its
   * log and its copies go by its own settings. Tables that the server is about to clean by itself,
   * or may not be cleaned by this user, are left to it.
   */
  @Override
  public void erase() {
    transaction(transaction ->
        transaction.change(
            "DELETE FROM committed WHERE noted_at < ?", Instant.now().minus(COMMITS_KEPT)));
    aside(() -> {
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, (int) VACUUM.toMillis());
        vacuum(connection);
        return true;
      } catch (SQLException e) {
        throw faults.of(e);
      }
    });
  }

  private static void vacuum(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String tables;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
                  + " WHERE schemaname = current_schema()")) {
        row.next();
        tables = row.getString(1);
      }
      statement.execute("VACUUM (SKIP_LOCKED) " + tables);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      // For what is under way; a server that does not answer is not waited for.
      threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pool.close();
  }
}
