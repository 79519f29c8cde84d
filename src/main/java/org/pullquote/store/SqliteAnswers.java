package org.pullquote.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An {@link AnswerStore} in the file of a {@link SqliteStore}. */
final class SqliteAnswers implements AnswerStore {

  private final Database database;

  SqliteAnswers(Database database) {
    this.database = database;
  }

  /** Within a transaction: keeps an answer. */
  void keep(KeptAnswer answer, Instant now) throws SQLException {
    database.change(
        "INSERT INTO shown (id, chat, reader, shown_at, question_hash, content)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        answer.id(),
        answer.chat(),
        answer.reader(),
        now,
        answer.questionHash(),
        answer.content());
  }

  @Override
  public Optional<KeptAnswer> find(String id) {
    return database
        .transaction(() ->
            database.rows(
                "SELECT id, chat, reader, question_hash, content FROM shown WHERE id = ?",
                row ->
                    new KeptAnswer(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5)),
                id))
        .stream()
        .findFirst();
  }

  @Override
  public void rate(Rating rating) {
    database.transaction(() ->
        database.change(
            "INSERT OR REPLACE INTO rating"
                + " (answer, reader, asker, given_at, good, question, question_hash, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rating.answer(),
            rating.reader(),
            rating.asker(),
            rating.givenAt(),
            rating.good() ? 1 : 0,
            rating.question(),
            rating.questionHash(),
            rating.content()));
  }

  @Override
  public List<Rating> ratings() {
    return database.transaction(() ->
        database.rows(
            "SELECT answer, reader, asker, given_at, good, question, question_hash, content"
                + " FROM rating ORDER BY given_at, answer, reader",
            row ->
                new Rating(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4)),
                    row.getInt(5) == 1,
                    row.getString(6),
                    row.getString(7),
                    row.getString(8))));
  }

  @Override
  public void forgetReader(long reader) {
    database.transaction(() ->
        database.change("DELETE FROM shown WHERE reader = ?", reader)
            + database.change("DELETE FROM rating WHERE reader = ? OR asker = ?", reader, reader)
            // A private chat has its reader's id.
            + database.change("DELETE FROM choice WHERE chat = ?", reader)
            + database.change(
                "UPDATE incoming SET reader = NULL, fingerprint = NULL WHERE reader = ?", reader));
    database.emptyLog();
  }

  @Override
  public void forgetShown(Instant before) {
    database.transaction(() -> database.change("DELETE FROM shown WHERE shown_at < ?", before));
  }
}
