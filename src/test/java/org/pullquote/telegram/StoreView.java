package org.pullquote.telegram;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the file of a store. */
final class StoreView implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;

  /** An update as the store has it. */
  record Kept(long update, String state, @Nullable String fault) {}

  StoreView(Path file) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      statement = connection.createStatement();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came in, in the order of arrival. */
  List<Kept> incoming() {
    List<Kept> kept = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery("SELECT update_id, state, fault FROM incoming ORDER BY key")) {
      while (row.next()) {
        kept.add(new Kept(row.getLong(1), row.getString(2), row.getString(3)));
      }
      return kept;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a message has come, under whatever id. */
  boolean has(long chat, long message) {
    return count("incoming WHERE chat = %d AND message = %d".formatted(chat, message)) > 0;
  }

  long count(String rows) {
    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets everything, what waits included. */
  void clear() {
    execute("DELETE FROM incoming");
    execute("DELETE FROM outgoing");
  }

  /** Keeps others from writing. */
  void lock() {
    execute("BEGIN IMMEDIATE");
  }

  /** Lets others write again. */
  void unlock() {
    execute("ROLLBACK");
  }

  private void execute(String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
