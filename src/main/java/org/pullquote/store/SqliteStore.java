package org.pullquote.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeliveryStore} in one SQLite file, in WAL mode, with every transaction on the disk when
 * it ends. One connection, one transaction at a time: a lock that virtual threads can wait at keeps
 * them off SQLite's own, which would hold their carriers.
 */
public final class SqliteStore implements DeliveryStore {

  private final Path file;
  private final InstantSource clock;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private SqliteStore(Path file, InstantSource clock, Connection connection) {
    this.file = file;
    this.clock = clock;
    this.connection = connection;
  }

  /**
   * Opens a store, made if it is not there.
   *
   * @param file its folder must be there, and this process the only one that uses it
   * @param clock says when something is kept
   * @throws StoreException if it cannot be opened, or a newer version of the program made it
   */
  public static SqliteStore open(Path file, InstantSource clock) {
    return new SqliteStore(file, clock, Schema.open(file));
  }

  /** Something done with the connection. */
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T transaction(Work<T> work) {
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

  /** The rows changed. */
  private int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = statement(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** The key of the row that was added, 0 where there was one like it. */
  private long add(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = statement(sql + " RETURNING key", values);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public List<Received> receive(List<Arrival> batch) {
    return transaction(() -> {
      Instant now = clock.instant();
      List<Received> received = new ArrayList<>();
      for (Arrival arrival : batch) {
        long key = add(arrival, now);
        if (key > 0 && arrival.fault() == null) {
          received.add(new Received(key, arrival.askedAt(), arrival.content()));
        }
      }
      return received;
    });
  }

  private long add(Arrival arrival, Instant now) throws SQLException {
    Arrival.MessageKey message = arrival.message();
    boolean readable = arrival.fault() == null;
    return add(
        "INSERT INTO incoming"
            + " (update_id, chat, message, asked_at, received_at, ended_at, state, fault, content)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        arrival.updateId(),
        message == null ? null : message.chat(),
        message == null ? null : message.message(),
        arrival.askedAt(),
        now,
        readable ? null : now,
        readable ? "WAITING" : "UNREADABLE",
        arrival.fault(),
        arrival.content());
  }

  @Override
  public List<Received> waiting() {
    return transaction(() -> {
      List<Received> waiting = new ArrayList<>();
      try (PreparedStatement statement =
              statement(
                  "SELECT key, asked_at, content FROM incoming"
                      + " WHERE state = 'WAITING' ORDER BY key");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new Received(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
        }
      }
      return waiting;
    });
  }

  @Override
  public List<Outgoing> finish(long received, Ending ending, List<Draft> drafts) {
    return transaction(() -> {
      Instant now = clock.instant();
      int ended =
          change(
              "UPDATE incoming SET state = ?, ended_at = ?, content = NULL"
                  + " WHERE key = ? AND state = 'WAITING'",
              ending.name(),
              now,
              received);
      return ended == 0 ? List.of() : keep(drafts, now);
    });
  }

  private List<Outgoing> keep(List<Draft> drafts, Instant now) throws SQLException {
    List<Outgoing> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      long key =
          add(
              "INSERT INTO outgoing (chat, kind, created_at, state, content)"
                  + " VALUES (?, ?, ?, 'WAITING', ?)",
              draft.chat(),
              draft.kind(),
              now,
              draft.content());
      kept.add(new Outgoing(key, draft.chat(), draft.kind(), now, draft.content()));
    }
    return kept;
  }

  @Override
  public List<Outgoing> unsent() {
    return transaction(() -> {
      List<Outgoing> unsent = new ArrayList<>();
      try (PreparedStatement statement =
              statement(
                  "SELECT key, chat, kind, created_at, content FROM outgoing"
                      + " WHERE state = 'WAITING' ORDER BY key");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          unsent.add(
              new Outgoing(
                  row.getLong(1),
                  row.getLong(2),
                  row.getString(3),
                  Instant.ofEpochMilli(row.getLong(4)),
                  row.getString(5)));
        }
      }
      return unsent;
    });
  }

  @Override
  public void sent(long outgoing) {
    transaction(() -> end(outgoing, "SENT", null));
  }

  @Override
  public List<Outgoing> giveUp(long outgoing, String reason, List<Draft> instead) {
    return transaction(() -> {
      end(outgoing, "GIVEN_UP", reason);
      return keep(instead, clock.instant());
    });
  }

  private int end(long outgoing, String state, @Nullable String reason) throws SQLException {
    return change(
        "UPDATE outgoing SET state = ?, fault = ?, ended_at = ?, content = NULL WHERE key = ?",
        state,
        reason,
        clock.instant(),
        outgoing);
  }

  @Override
  public void move(long fromChat, long toChat) {
    transaction(() ->
        change(
            "UPDATE outgoing SET chat = ? WHERE chat = ? AND state = 'WAITING'", toChat, fromChat));
  }

  @Override
  public boolean hasAddressed(long chat, String kind, Instant since) {
    return transaction(() -> {
      try (PreparedStatement statement =
              statement(
                  "SELECT 1 FROM outgoing WHERE chat = ? AND kind = ? AND created_at >= ? LIMIT 1",
                  chat,
                  kind,
                  since);
          ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    });
  }

  @Override
  public void forgetEnded(Instant before) {
    transaction(() ->
        change("DELETE FROM incoming WHERE ended_at < ?", before)
            + change("DELETE FROM outgoing WHERE ended_at < ?", before));
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
