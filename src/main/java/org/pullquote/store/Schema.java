package org.pullquote.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** Opens the file, and brings its tables to this version. */
final class Schema {

  /** The version of the tables; {@code schema-N.sql} leads from N - 1 to N. */
  static final int VERSION = 4;

  /** The first version that overwrites what it deletes. */
  private static final int ERASES = 4;

  private static final int BUSY_MILLIS = 5_000;

  private Schema() {}

  /**
   * A connection that does not commit by itself.
   *
   * @param user whose the connection is: each has a folder of its own for the driver
   * @throws StoreException if the file is none of ours, or of a newer version
   */
  static Connection open(Path file, String user) {
    keepDriverIn(file.toAbsolutePath().resolveSibling(file.getFileName() + "-" + user));
    try {
      Connection connection = config().createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      try {
        connection.setAutoCommit(false);
        upgrade(connection, file);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(
          file
              + " cannot be opened ("
              + e.getMessage()
              + "): check that state.dir can be written; a file that is damaged can be moved away,"
              + " and what waited in it is then lost",
          e);
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // A power cut, too, loses nothing that was confirmed to Telegram.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    // What is forgotten is overwritten: else it would stand in the file until something else does.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  /**
   * The driver unpacks its library at each start, and leaves it where the process was killed: in a
   * folder of its own it can be cleared, by whoever opens the store for that use.
   */
  private static void keepDriverIn(Path unpacked) {
    try {
      Files.createDirectories(unpacked);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(unpacked)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          unpacked + " cannot be used (" + e.getClass().getSimpleName() + "): check state.dir", e);
    }
    System.setProperty("org.sqlite.tmpdir", unpacked.toString());
  }

  private static void upgrade(Connection connection, Path file) throws SQLException {
    int version = version(connection);
    if (version > VERSION) {
      throw new StoreException(
          file
              + " was written by a newer Pullquote (version "
              + version
              + " of the tables, this one knows "
              + VERSION
              + "): run that one, or set state.dir to another folder");
    }
    int before = version;
    while (version < VERSION) {
      version++;
      for (String statement : script(version).split(";\\s*\\n")) {
        execute(connection, statement);
      }
      execute(connection, "PRAGMA user_version = " + version);
      connection.commit();
    }
    if (before > 0 && before < ERASES) {
      vacuum(connection);
    }
  }

  /** Leaves nothing in the file of what was deleted before it was overwritten. */
  private static void vacuum(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    execute(connection, "VACUUM");
    connection.setAutoCommit(false);
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  static String script(int version) {
    String name = "schema-" + version + ".sql";
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " of the program is unreadable", e);
    }
  }
}
