package org.pullquote.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file with one connection, and one transaction at a time: a lock that virtual threads
 * can wait at keeps them off SQLite's own, which would hold their carriers.
 */
final class Database implements AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Something done with the connection. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Does something, all of it or nothing.
   *
   * @throws StoreException if the disk fails it
   */
  <T> T transaction(Work<T> work) {
    lock.lock();
    try {
      T result = work.run();
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

  private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof Instant at ? at.toEpochMilli() : value);
    }
    return statement;
  }

  /** Within a transaction: changes rows, and says how many. */
  int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = statement(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Within a transaction: the key of the row that was added, 0 where there was one like it. */
  long add(String sql, @Nullable Object... values) throws SQLException {
    List<Long> keys = rows(sql + " RETURNING key", row -> row.getLong(1), values);
    return keys.isEmpty() ? 0 : keys.getFirst();
  }

  /** Within a transaction: reads rows. */
  <T> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = statement(sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  /**
   * Empties the log beside the file, in which deleted rows stand until it is written anew. Where
   * somebody reads the file at this moment, that waits for the next time.
   *
   * @throws StoreException if the disk fails it
   */
  void emptyLog() {
    lock.lock();
    try {
      // Not within a transaction, which is what this connection makes of anything else.
      connection.setAutoCommit(true);
      try (PreparedStatement checkpoint = statement("PRAGMA wal_checkpoint(TRUNCATE)")) {
        checkpoint.execute();
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

  /** Closes the file; what was kept stays. */
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
