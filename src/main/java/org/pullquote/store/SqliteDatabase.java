package org.pullquote.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in WAL mode, with every transaction on the disk when it ends. There is one
 * connection, and one transaction at a time: a lock that virtual threads can wait at keeps them off
 * SQLite's own, which would hold their carriers.
 */
final class SqliteDatabase implements Database {

  /** The first version that overwrites what it deletes. */
  private static final int ERASES = 4;

  private static final int BUSY_MILLIS = 5_000;

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private SqliteDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a file, made if it is not there, with its tables as this version knows them.
   *
   * @param user whose the file is: each has a folder of its own for the driver
   * @throws StoreException if the file is none of ours, or of a newer version
   */
  static SqliteDatabase open(Path file, String user) {
    keepDriverIn(file.toAbsolutePath().resolveSibling(file.getFileName() + "-" + user));
    SQLiteDataSource source = new SQLiteDataSource(config());
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      upgrade(source, file);
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      return new SqliteDatabase(file, connection);
    } catch (SQLException | FlywayException e) {
      throw new StoreException(
          file
              + " cannot be opened ("
              + Migrations.oneLine(e)
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

  /**
   * The version stands in the file's header, too, as it did before there was a table for it: so the
   * tables of most starts are known to be right without a look at the scripts.
   */
  private static void upgrade(SQLiteDataSource source, Path file) throws SQLException {
    int before = version(source);
    if (before > Migrations.VERSION) {
      throw new StoreException(
          file
              + " was written by a newer Pullquote (version "
              + before
              + " of the tables, this one knows "
              + Migrations.VERSION
              + "): run that one, or set state.dir to another folder");
    }
    if (before == Migrations.VERSION) {
      return;
    }
    Migrations.sqlite(source).upgrade(before);
    if (before > 0 && before < ERASES) {
      // Leaves nothing in the file of what was deleted before it was overwritten.
      execute(source, "VACUUM");
    }
    execute(source, "PRAGMA user_version = " + Migrations.VERSION);
  }

  private static int version(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void execute(SQLiteDataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public <T> T transaction(Work<T> work) {
    lock.lock();
    try {
      T result = work.run(new Transaction(connection));
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollBack(e);
      throw new StoreException(
          file + " cannot be used (" + e.getMessage() + "): is the disk full, or not writable?", e);
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void rollBack(Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Empties the log beside the file, in which deleted rows stand until it is written anew. Where
   * somebody reads the file at this moment, that waits for the next time.
   */
  @Override
  public void erase() {
    lock.lock();
    try {
      // Not within a transaction, which is what this connection makes of anything else.
      connection.setAutoCommit(true);
      try (Statement checkpoint = connection.createStatement()) {
        checkpoint.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw new StoreException(
          file + " cannot be written (" + e.getMessage() + "): is the disk full?", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(file + " was not closed cleanly (" + e.getMessage() + ")", e);
    } finally {
      lock.unlock();
    }
  }
}
