package org.pullquote.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pullquote.store.StoreLocation;
import org.pullquote.store.StorePassword;

/**
 * A real PostgreSQL server on loopback, with its data in a folder of its own, that can be stopped
 * in any way and started again on the same port. Its binaries come with the tests. PostgreSQL
 * refuses to run as root: there it runs in a user namespace, where it is somebody else.
 */
public final class RealPostgres implements AutoCloseable {

  private static final String DATABASE = "pullquote";
  private static final String USER = "pullquote";
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final long ENDS_WITHIN_SECONDS = 30;

  /** The administrator comes in without a password, all others need one. */
  private static final String ACCESS =
      """
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path data;
  private final String password = UUID.randomUUID().toString();
  private EmbeddedPostgres server;
  private final int port;

  private RealPostgres(Path data) throws IOException {
    this.data = data;
    this.server = builder().start();
    this.port = server.getPort();
  }

  /** Starts a server with an empty database and a user who owns it. */
  public static RealPostgres start() {
    try {
      RealPostgres postgres = new RealPostgres(Files.createTempDirectory("postgres-"));
      postgres.execute("CREATE USER %s PASSWORD '%s'".formatted(USER, postgres.password));
      postgres.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, USER));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.resolve("data"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(STARTS_WITHIN)
        // By itself, it is set up to lose in a crash what it committed.
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setDataDirectoryCustomizer(RealPostgres::restrict);
  }

  private static void restrict(File data) {
    try {
      Files.writeString(data.toPath().resolve("pg_hba.conf"), ACCESS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of the database, without user and password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** The user who owns the database. */
  public String user() {
    return USER;
  }

  /** The password of that user. */
  public String password() {
    return password;
  }

  /** The database, as a bot is told where it is. */
  public StoreLocation location() {
    return new StoreLocation.Server(url(), USER, new StorePassword(password));
  }

  /** The port that it listens at, also after a restart. */
  public int port() {
    return port;
  }

  private Connection administrator(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
  }

  /** Does something as the administrator, outside of the database. */
  public void execute(String sql) {
    execute("postgres", sql);
  }

  /** Does something as the administrator, in the database. */
  public void inDatabase(String sql) {
    execute(DATABASE, sql);
  }

  private void execute(String database, String sql) {
    try (Connection connection = administrator(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number that a query in the database yields. */
  public long number(String query) {
    try (Connection connection = administrator(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it at once, as by a crash: what is under way is cut off, and recovered at the start. */
  public void stop() {
    signal("-QUIT");
  }

  /** Kills its first process as the kernel does when memory is short. */
  public void kill() {
    signal("-KILL");
  }

  /** Lets it hang: connections stay open, and nothing is answered. */
  public void pause() {
    signalAll("-STOP");
  }

  /** Lets it go on after {@link #pause()}. */
  public void resume() {
    signalAll("-CONT");
  }

  /** Stops it at once, and starts it again with the same data on the same port. */
  public void restart() {
    stop();
    startAgain();
  }

  /** Starts it after {@link #stop()} or {@link #kill()}. */
  public void startAgain() {
    try {
      // Only lets go of the folder: there is no process any more.
      server.close();
      server = builder().setPort(port).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of its processes. */
  public List<Long> processes() throws IOException {
    return Stream.concat(Stream.of(process()), process().children())
        .map(ProcessHandle::pid)
        .toList();
  }

  private ProcessHandle process() throws IOException {
    String pid = Files.readAllLines(data.resolve("data/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private void signal(String signal) {
    try {
      ProcessHandle process = process();
      List<ProcessHandle> children = process.children().toList();
      send(signal, process);
      process.onExit().get(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
      for (ProcessHandle child : children) {
        child.onExit().get(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      throw new IllegalStateException("the server does not end", e);
    }
  }

  private void signalAll(String signal) {
    try {
      ProcessHandle process = process();
      send(signal, process);
      for (ProcessHandle child : process.children().toList()) {
        send(signal, child);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).inheritIO().start().waitFor();
  }

  @Override
  public void close() {
    try {
      server.close();
      try (Stream<Path> left = Files.walk(data)) {
        left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
