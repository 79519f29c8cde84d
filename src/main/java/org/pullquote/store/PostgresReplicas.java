package org.pullquote.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A {@link ReplicaStore} in the tables of a PostgreSQL schema. All times are the server's. A chat
 * is whose row it has in {@code lane}; rows of a replica that is forgotten go with it.
 */
final class PostgresReplicas implements ReplicaStore {

  /** The server's time at which the transaction began, in milliseconds since 1970. */
  private static final String NOW = "CAST(extract(epoch FROM now()) * 1000 AS BIGINT)";

  /** The server's time at this moment, in microseconds since 1970. */
  private static final String NOW_MICROS =
      "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";

  /** The oldest of what waits that is looked through for chats: more than a replica can take. */
  private static final int MOST_LOOKED_THROUGH = 2_000;

  /**
   * Who has less than this part of its lease left was out of touch: others may have been as well,
   * for a little longer.
   */
  private static final double IN_TOUCH = 0.7;

  private static final String FREE_OR_MINE =
      " AND NOT EXISTS (SELECT 1 FROM lane WHERE lane.chat = %1$s AND lane.replica <> ?)"
          + " AND %1$s <> ALL (?)";

  private static final String CHATS =
      "SELECT chat FROM (("
          + "SELECT lane AS chat, received_at AS since FROM incoming WHERE state = 'WAITING'"
          + FREE_OR_MINE.formatted("incoming.lane")
          + " ORDER BY key LIMIT "
          + MOST_LOOKED_THROUGH
          + ") UNION ALL ("
          + "SELECT chat, created_at FROM outgoing WHERE state = 'WAITING'"
          + FREE_OR_MINE.formatted("outgoing.chat")
          + " ORDER BY key LIMIT "
          + MOST_LOOKED_THROUGH
          + ")) AS work GROUP BY chat ORDER BY min(since), chat LIMIT ?";

  private final Database database;

  PostgresReplicas(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Standing renew(String replica, Duration lease) {
    return database.transaction(tx -> {
      long millis = lease.toMillis();
      boolean known =
          tx.change(
                  "UPDATE replica SET"
                      + " in_touch_since = CASE WHEN lives_until < "
                      + NOW
                      + " + ? THEN "
                      + NOW
                      + " ELSE in_touch_since END, lives_until = "
                      + NOW
                      + " + ? WHERE id = ?",
                  (long) (IN_TOUCH * millis),
                  millis,
                  replica)
              > 0;
      if (!known) {
        join(tx, replica, millis);
      }
      forgetGone(tx, replica, millis);
      return new Standing(known, leads(tx, replica));
    });
  }

  private static void join(Transaction tx, String replica, long lease) throws SQLException {
    tx.change(
        "INSERT INTO replica (id, joined_at, in_touch_since, lives_until) VALUES (?, "
            + NOW
            + ", "
            + NOW
            + ", "
            + NOW
            + " + ?)",
        replica,
        lease);
  }

  private static void forgetGone(Transaction tx, String replica, long lease) throws SQLException {
    tx.change(
        "DELETE FROM replica WHERE lives_until < "
            + NOW
            + " AND EXISTS (SELECT 1 FROM replica AS me WHERE me.id = ? AND me.in_touch_since <= "
            + NOW
            + " - ?)",
        replica,
        lease);
  }

  /**
   * The one that joined first of those that are not forgotten: where the database was away, whoever
   * is back first does not lead beside who led.
   */
  private static boolean leads(Transaction tx, String replica) throws SQLException {
    return tx.rows("SELECT id FROM replica ORDER BY joined_at, id LIMIT 1", row -> row.getString(1))
        .contains(replica);
  }

  @Override
  public void leave(String replica) {
    database.transaction(tx -> tx.change("DELETE FROM replica WHERE id = ?", replica));
  }

  @Override
  public List<Long> take(String replica, Collection<Long> except, int most) {
    Long[] busy = except.toArray(Long[]::new);
    List<Long> chats =
        database.transaction(
            tx -> tx.rows(CHATS, row -> row.getLong(1), replica, busy, replica, busy, most));
    return chats.isEmpty() ? chats : database.transaction(tx -> own(tx, replica, chats));
  }

  /** Of those chats the ones that are a replica's; what was free is so from now on. */
  private static List<Long> own(Transaction tx, String replica, List<Long> chats)
      throws SQLException {
    // In one order for all replicas: else two could wait for each other.
    for (long chat : chats.stream().sorted().toList()) {
      // A replica that was forgotten meanwhile can own nothing.
      tx.change(
          "INSERT INTO lane (chat, replica) SELECT ?, id FROM replica WHERE id = ?"
              + " ON CONFLICT DO NOTHING",
          chat,
          replica);
    }
    return tx.rows(
        "SELECT chat FROM lane WHERE replica = ? AND chat = ANY (?)",
        row -> row.getLong(1),
        replica,
        chats.toArray(Long[]::new));
  }

  @Override
  public Work work(String replica, long chat, int most) {
    return database.transaction(tx ->
        owns(tx, replica, chat)
            ? new Work(unsent(tx, chat, most), waiting(tx, chat, most))
            : new Work(List.of(), List.of()));
  }

  private static List<Outgoing> unsent(Transaction tx, long chat, int most) throws SQLException {
    return tx.rows(
        "SELECT key, chat, kind, created_at, content FROM outgoing"
            + " WHERE chat = ? AND state = 'WAITING' ORDER BY key LIMIT ?",
        SqlStore::outgoing,
        chat,
        most);
  }

  /** By the numbers that Telegram gave them: two replicas may have kept them in another order. */
  private static List<Received> waiting(Transaction tx, long chat, int most) throws SQLException {
    return tx.rows(
        "SELECT key, asked_at, content FROM incoming"
            + " WHERE lane = ? AND state = 'WAITING' ORDER BY update_id, key LIMIT ?",
        SqlStore::received,
        chat,
        most);
  }

  @Override
  public int waiting(long chat) {
    return database
        .transaction(tx ->
            tx.rows(
                "SELECT count(*) FROM incoming WHERE lane = ? AND state = 'WAITING'",
                row -> row.getInt(1),
                chat))
        .getFirst();
  }

  @Override
  public void release(String replica, Collection<Long> chats) {
    database.transaction(tx ->
        tx.change(
            "DELETE FROM lane WHERE replica = ? AND chat = ANY (?)",
            replica,
            chats.toArray(Long[]::new)));
  }

  @Override
  public boolean owns(String replica, long chat) {
    return database.transaction(tx -> owns(tx, replica, chat));
  }

  private static boolean owns(Transaction tx, String replica, long chat) throws SQLException {
    return !tx.rows(
            "SELECT 1 FROM lane WHERE chat = ? AND replica = ?",
            row -> row.getInt(1),
            chat,
            replica)
        .isEmpty();
  }

  @Override
  public Duration reserve(Duration spacing) {
    return database
        .transaction(tx ->
            tx.changeRows(
                "UPDATE pace SET next_at = greatest(next_at, "
                    + NOW_MICROS
                    + ") + ? WHERE name = 'messages' RETURNING next_at - ? - "
                    + NOW_MICROS,
                PostgresReplicas::micros,
                micros(spacing),
                micros(spacing)))
        .getFirst();
  }

  private static Duration micros(ResultSet row) throws SQLException {
    return Duration.ofNanos(1_000 * Math.max(0, row.getLong(1)));
  }

  private static long micros(Duration length) {
    return length.toNanos() / 1_000;
  }

  @Override
  public void hold(Duration length) {
    database.transaction(tx ->
        tx.change(
            "UPDATE pace SET next_at = greatest(next_at, "
                + NOW_MICROS
                + " + ?) WHERE name = 'messages'",
            micros(length)));
  }
}
