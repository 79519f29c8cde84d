package org.pullquote.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeliveryStore} in tables: in a SQLite file of its own, or in a schema of a PostgreSQL
 * database, which several processes may share.
 */
public final class SqlStore implements DeliveryStore {

  private final InstantSource clock;
  private final @Nullable InstanceLock held;
  private final Database database;
  private final SqlAnswers answers;
  private final ChoiceStore choices;
  private final ConversationStore conversations;
  private final @Nullable ReplicaStore replicas;

  private SqlStore(
      InstantSource clock,
      Database database,
      @Nullable InstanceLock held,
      @Nullable ReplicaStore replicas) {
    this.clock = clock;
    this.database = database;
    this.held = held;
    this.answers = new SqlAnswers(database);
    this.choices = new SqlChoices(database);
    this.conversations = new SqlConversations(database);
    this.replicas = replicas;
  }

  /**
   * Opens the store of a bot, made if it is not there. A file is held until the store is closed; a
   * schema is shared.
   *
   * @param bot the bot's numeric id
   * @param clock says when something is kept
   * @throws StoreException if it cannot be opened, another process holds it, or a newer version of
   *     the program made it
   */
  public static SqlStore open(StoreLocation location, long bot, InstantSource clock) {
    return switch (location) {
      case StoreLocation.Folder folder -> openHeld(folder, bot, clock);
      case StoreLocation.Server server -> shared(PostgresDatabase.open(server, schema(bot)), clock);
    };
  }

  private static SqlStore shared(PostgresDatabase database, InstantSource clock) {
    return new SqlStore(clock, database, null, new PostgresReplicas(database));
  }

  private static SqlStore openHeld(StoreLocation.Folder location, long bot, InstantSource clock) {
    Path folder = InstanceLock.folder(location.folder());
    InstanceLock lock = InstanceLock.take(folder.resolve("telegram-" + bot + ".lock"));
    try {
      Database database = SqliteDatabase.open(file(location, bot), "driver");
      return new SqlStore(clock, database, lock, null);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the store of a bot beside the process that uses it, to look what is in it.
   *
   * @param bot the bot's numeric id
   * @return empty where that bot has kept nothing yet
   * @throws StoreException if it cannot be opened
   */
  public static Optional<SqlStore> beside(StoreLocation location, long bot) {
    Optional<? extends Database> database =
        switch (location) {
          case StoreLocation.Folder folder ->
              Files.exists(file(folder, bot))
                  ? Optional.of(SqliteDatabase.open(file(folder, bot), "reader"))
                  : Optional.empty();
          case StoreLocation.Server server -> PostgresDatabase.openExisting(server, schema(bot));
        };
    return database.map(found -> new SqlStore(InstantSource.system(), found, null, null));
  }

  /**
   * Opens a file as a store, made if it is not there, whoever else uses it.
   *
   * @param file its folder must be there
   * @param clock says when something is kept
   * @throws StoreException if it cannot be opened, or a newer version of the program made it
   */
  public static SqlStore open(Path file, InstantSource clock) {
    return new SqlStore(clock, SqliteDatabase.open(file, "driver"), null, null);
  }

  private static Path file(StoreLocation.Folder location, long bot) {
    return location.folder().resolve("telegram-" + bot + ".sqlite");
  }

  private static String schema(long bot) {
    return "telegram_" + bot;
  }

  /** Which article each chat asks. */
  public ChoiceStore choices() {
    return choices;
  }

  /** What answers showed. */
  public AnswerStore answers() {
    return answers;
  }

  /** What conversations remember. */
  public ConversationStore conversations() {
    return conversations;
  }

  /** The replicas that share this store; empty where it is held by one process. */
  public Optional<ReplicaStore> replicas() {
    return Optional.ofNullable(replicas);
  }

  @Override
  public List<Received> receive(List<Arrival> batch) {
    return database.transaction(tx -> {
      Instant now = clock.instant();
      List<Received> received = new ArrayList<>();
      for (Arrival arrival : batch) {
        long key = add(tx, arrival, now);
        if (key > 0 && arrival.fault() == null) {
          received.add(new Received(key, arrival.askedAt(), arrival.content()));
        }
      }
      return received;
    });
  }

  private static long add(Transaction tx, Arrival arrival, Instant now) throws SQLException {
    Arrival.MessageKey message = arrival.message();
    Arrival.Wording wording = arrival.wording();
    if (message == null || wording == null || !wording.edited()) {
      return insert(tx, arrival, message, now);
    }
    if (saysSomethingElse(tx, arrival.updateId(), message, wording)) {
      return insert(tx, arrival, null, now);
    }
    long key = insert(tx, arrival, message, now);
    if (key > 0) {
      return key;
    }
    // Known, and perhaps only since another process took another change of it.
    return saysSomethingElse(tx, arrival.updateId(), message, wording)
        ? insert(tx, arrival, null, now)
        : 0;
  }

  /** Keeps what a known message says now, if that is not what it said before. */
  private static boolean saysSomethingElse(
      Transaction tx, long updateId, Arrival.MessageKey message, Arrival.Wording wording)
      throws SQLException {
    return tx.change(
            "UPDATE incoming SET reader = ?, fingerprint = ?"
                + " WHERE chat = ? AND message = ? AND update_id <> ?"
                + " AND (fingerprint IS NULL OR fingerprint <> ?)",
            wording.reader(),
            wording.fingerprint(),
            message.chat(),
            message.message(),
            updateId,
            wording.fingerprint())
        > 0;
  }

  private static long insert(
      Transaction tx, Arrival arrival, Arrival.@Nullable MessageKey message, Instant now)
      throws SQLException {
    Arrival.Wording wording = message == null ? null : arrival.wording();
    boolean readable = arrival.fault() == null;
    return tx.add(
        "INSERT INTO incoming"
            + " (update_id, chat, message, asked_at, received_at, ended_at, state, fault, content,"
            + " reader, fingerprint, lane)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        arrival.updateId(),
        message == null ? null : message.chat(),
        message == null ? null : message.message(),
        arrival.askedAt(),
        now,
        readable ? null : now,
        readable ? "WAITING" : "UNREADABLE",
        arrival.fault(),
        readable ? arrival.content() : null,
        wording == null ? null : wording.reader(),
        wording == null ? null : wording.fingerprint(),
        arrival.lane());
  }

  @Override
  public List<Received> waiting() {
    return database.transaction(tx ->
        tx.rows(
            "SELECT key, asked_at, content FROM incoming WHERE state = 'WAITING' ORDER BY key",
            SqlStore::received));
  }

  /** What stands in the columns key, asked_at and content. */
  static Received received(ResultSet row) throws SQLException {
    return new Received(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3));
  }

  @Override
  public List<Outgoing> finish(
      long received,
      Ending ending,
      List<Draft> drafts,
      @Nullable KeptAnswer answer,
      @Nullable KeptConversation conversation) {
    return database.transaction(tx -> {
      Instant now = clock.instant();
      int ended =
          tx.change(
              "UPDATE incoming SET state = ?, ended_at = ?, content = NULL"
                  + " WHERE key = ? AND state = 'WAITING'",
              ending.name(),
              now,
              received);
      if (ended == 0) {
        return List.of();
      }
      if (answer != null) {
        SqlAnswers.keep(tx, answer, now);
      }
      if (conversation != null) {
        SqlConversations.keep(tx, conversation, now);
      }
      return keep(tx, drafts, now);
    });
  }

  @Override
  public List<Outgoing> say(List<Draft> drafts) {
    return database.transaction(tx -> keep(tx, drafts, clock.instant()));
  }

  private static List<Outgoing> keep(Transaction tx, List<Draft> drafts, Instant now)
      throws SQLException {
    List<Outgoing> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      long key =
          tx.add(
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
    return database.transaction(tx ->
        tx.rows(
            "SELECT key, chat, kind, created_at, content FROM outgoing"
                + " WHERE state = 'WAITING' ORDER BY key",
            SqlStore::outgoing));
  }

  /** What stands in the columns key, chat, kind, created_at and content. */
  static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getString(5));
  }

  @Override
  public void sent(long outgoing) {
    database.transaction(tx -> end(tx, outgoing, "SENT", null));
  }

  @Override
  public List<Outgoing> giveUp(long outgoing, String reason, List<Draft> instead) {
    return database.transaction(tx -> {
      end(tx, outgoing, "GIVEN_UP", reason);
      return keep(tx, instead, clock.instant());
    });
  }

  private int end(Transaction tx, long outgoing, String state, @Nullable String reason)
      throws SQLException {
    return tx.change(
        "UPDATE outgoing SET state = ?, fault = ?, ended_at = ?, content = NULL WHERE key = ?",
        state,
        reason,
        clock.instant(),
        outgoing);
  }

  @Override
  public void move(long fromChat, long toChat) {
    database.transaction(tx ->
        tx.change(
                "UPDATE outgoing SET chat = ? WHERE chat = ? AND state = 'WAITING'",
                toChat,
                fromChat)
            + tx.change("UPDATE shown SET chat = ? WHERE chat = ?", toChat, fromChat)
            + tx.change(
                "INSERT INTO choice (chat, article) SELECT ?, article FROM choice WHERE chat = ?"
                    + " ON CONFLICT (chat) DO UPDATE SET article = excluded.article",
                toChat,
                fromChat)
            + tx.change("DELETE FROM choice WHERE chat = ?", fromChat)
            + SqlConversations.move(tx, fromChat, toChat));
  }

  @Override
  public boolean hasAddressed(long chat, String kind, Instant since) {
    return database.transaction(tx ->
        !tx.rows(
                "SELECT 1 FROM outgoing WHERE chat = ? AND kind = ? AND created_at >= ? LIMIT 1",
                row -> row.getInt(1),
                chat,
                kind,
                since)
            .isEmpty());
  }

  @Override
  public void forgetEnded(Instant before) {
    database.transaction(tx ->
        tx.change("DELETE FROM incoming WHERE ended_at < ?", before)
            + tx.change("DELETE FROM outgoing WHERE ended_at < ?", before));
  }

  @Override
  public void erase() {
    database.erase();
  }

  @Override
  public byte[] key() {
    return database
        .transaction(tx -> tx.rows("SELECT key FROM installation", row -> row.getBytes(1)))
        .getFirst();
  }

  /** Lets go of the file or the server; what was kept stays. */
  @Override
  public void close() {
    try (held) {
      database.close();
    }
  }
}
