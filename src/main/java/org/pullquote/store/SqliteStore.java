package org.pullquote.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeliveryStore} in one SQLite file, in WAL mode, with every transaction on the disk when
 * it ends.
 */
public final class SqliteStore implements DeliveryStore {

  private final InstantSource clock;
  private final Database database;
  private final SqliteAnswers answers;
  private final ChoiceStore choices;

  private SqliteStore(InstantSource clock, Database database) {
    this.clock = clock;
    this.database = database;
    this.answers = new SqliteAnswers(database);
    this.choices = new SqliteChoices(database);
  }

  /**
   * Opens a store, made if it is not there.
   *
   * @param file its folder must be there, and this process the only one that uses it
   * @param clock says when something is kept
   * @throws StoreException if it cannot be opened, or a newer version of the program made it
   */
  public static SqliteStore open(Path file, InstantSource clock) {
    return new SqliteStore(clock, new Database(file, Schema.open(file, "driver")));
  }

  /**
   * Opens a store beside the process that uses it, to look what is in it.
   *
   * @param file that is there
   * @throws StoreException if it cannot be opened
   */
  public static SqliteStore beside(Path file) {
    Database database = new Database(file, Schema.open(file, "reader"));
    return new SqliteStore(InstantSource.system(), database);
  }

  /** Which article each chat asks, in the same file. */
  public ChoiceStore choices() {
    return choices;
  }

  /** What answers showed, in the same file. */
  public AnswerStore answers() {
    return answers;
  }

  @Override
  public List<Received> receive(List<Arrival> batch) {
    return database.transaction(() -> {
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
    Arrival.Wording wording = arrival.wording();
    if (message == null || wording == null || !wording.edited()) {
      return insert(arrival, message, now);
    }
    if (isUnchanged(arrival.updateId(), message, wording)) {
      return 0;
    }
    int known =
        database.change(
            "UPDATE incoming SET reader = ?, fingerprint = ? WHERE chat = ? AND message = ?",
            wording.reader(),
            wording.fingerprint(),
            message.chat(),
            message.message());
    return insert(arrival, known > 0 ? null : message, now);
  }

  private boolean isUnchanged(long updateId, Arrival.MessageKey message, Arrival.Wording wording)
      throws SQLException {
    return !database
        .rows(
            "SELECT 1 FROM incoming"
                + " WHERE chat = ? AND message = ? AND (fingerprint = ? OR update_id = ?)",
            row -> row.getInt(1),
            message.chat(),
            message.message(),
            wording.fingerprint(),
            updateId)
        .isEmpty();
  }

  private long insert(Arrival arrival, Arrival.@Nullable MessageKey message, Instant now)
      throws SQLException {
    Arrival.Wording wording = message == null ? null : arrival.wording();
    boolean readable = arrival.fault() == null;
    return database.add(
        "INSERT INTO incoming"
            + " (update_id, chat, message, asked_at, received_at, ended_at, state, fault, content,"
            + " reader, fingerprint)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
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
        wording == null ? null : wording.fingerprint());
  }

  @Override
  public List<Received> waiting() {
    return database.transaction(() ->
        database.rows(
            "SELECT key, asked_at, content FROM incoming WHERE state = 'WAITING' ORDER BY key",
            row ->
                new Received(
                    row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3))));
  }

  @Override
  public List<Outgoing> finish(
      long received,
      Ending ending,
      List<Draft> drafts,
      @Nullable KeptAnswer answer,
      @Nullable KeptConversation conversation) {
    return database.transaction(() -> {
      Instant now = clock.instant();
      int ended =
          database.change(
              "UPDATE incoming SET state = ?, ended_at = ?, content = NULL"
                  + " WHERE key = ? AND state = 'WAITING'",
              ending.name(),
              now,
              received);
      if (ended == 0) {
        return List.of();
      }
      if (answer != null) {
        answers.keep(answer, now);
      }
      return keep(drafts, now);
    });
  }

  @Override
  public List<Outgoing> say(List<Draft> drafts) {
    return database.transaction(() -> keep(drafts, clock.instant()));
  }

  private List<Outgoing> keep(List<Draft> drafts, Instant now) throws SQLException {
    List<Outgoing> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      long key =
          database.add(
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
    return database.transaction(() ->
        database.rows(
            "SELECT key, chat, kind, created_at, content FROM outgoing"
                + " WHERE state = 'WAITING' ORDER BY key",
            row ->
                new Outgoing(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    Instant.ofEpochMilli(row.getLong(4)),
                    row.getString(5))));
  }

  @Override
  public void sent(long outgoing) {
    database.transaction(() -> end(outgoing, "SENT", null));
  }

  @Override
  public List<Outgoing> giveUp(long outgoing, String reason, List<Draft> instead) {
    return database.transaction(() -> {
      end(outgoing, "GIVEN_UP", reason);
      return keep(instead, clock.instant());
    });
  }

  private int end(long outgoing, String state, @Nullable String reason) throws SQLException {
    return database.change(
        "UPDATE outgoing SET state = ?, fault = ?, ended_at = ?, content = NULL WHERE key = ?",
        state,
        reason,
        clock.instant(),
        outgoing);
  }

  @Override
  public void move(long fromChat, long toChat) {
    database.transaction(() ->
        database.change(
                "UPDATE outgoing SET chat = ? WHERE chat = ? AND state = 'WAITING'",
                toChat,
                fromChat)
            + database.change("UPDATE shown SET chat = ? WHERE chat = ?", toChat, fromChat)
            + database.change(
                "UPDATE OR REPLACE choice SET chat = ? WHERE chat = ?", toChat, fromChat));
  }

  @Override
  public boolean hasAddressed(long chat, String kind, Instant since) {
    return database.transaction(() ->
        !database
            .rows(
                "SELECT 1 FROM outgoing WHERE chat = ? AND kind = ? AND created_at >= ? LIMIT 1",
                row -> row.getInt(1),
                chat,
                kind,
                since)
            .isEmpty());
  }

  @Override
  public void forgetEnded(Instant before) {
    database.transaction(() ->
        database.change("DELETE FROM incoming WHERE ended_at < ?", before)
            + database.change("DELETE FROM outgoing WHERE ended_at < ?", before));
  }

  @Override
  public void erase() {
    database.emptyLog();
  }

  @Override
  public byte[] key() {
    return database
        .transaction(() -> database.rows("SELECT key FROM installation", row -> row.getBytes(1)))
        .getFirst();
  }

  /** Closes the file; what was kept stays. */
  @Override
  public void close() {
    database.close();
  }
}
