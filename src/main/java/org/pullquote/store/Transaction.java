package org.pullquote.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with rows, in the SQL that all databases here understand. An {@link Instant} is
 * kept as its milliseconds since 1970; an array of numbers is for PostgreSQL only.
 */
final class Transaction {

  private final Connection connection;
  private boolean changes;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Whether anything may have been changed. */
  boolean changes() {
    return changes;
  }

  private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = column(values[i]);
      if (value instanceof Long[] numbers) {
        statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case Instant at -> at.toEpochMilli();
      // A text of PostgreSQL's cannot have this one character.
      case String text -> text.replace('\0', '\ufffd');
      case null, default -> value;
    };
  }

  /** Changes rows, and says how many. */
  int change(String sql, @Nullable Object... values) throws SQLException {
    changes = true;
    try (PreparedStatement statement = statement(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** The key of the row that was added, 0 where there was one like it. */
  long add(String sql, @Nullable Object... values) throws SQLException {
    List<Long> keys = changeRows(sql + " RETURNING key", row -> row.getLong(1), values);
    return keys.isEmpty() ? 0 : keys.getFirst();
  }

  /** Changes rows, and reads what becomes of them: {@code RETURNING} says what. */
  <T> List<T> changeRows(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    changes = true;
    return rows(sql, reader, values);
  }

  /** Reads rows. */
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
}
