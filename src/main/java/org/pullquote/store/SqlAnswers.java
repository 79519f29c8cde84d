package org.pullquote.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An {@link AnswerStore} in the tables of a {@link SqlStore}. */
final class SqlAnswers implements AnswerStore {

  private final Database database;

  SqlAnswers(Database database) {
    this.database = database;
  }

  /** Within a transaction: keeps an answer. */
  static void keep(Transaction tx, KeptAnswer answer, Instant now) throws SQLException {
    tx.change(
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
        .transaction(tx ->
            tx.rows(
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
    database.transaction(tx ->
        tx.change(
            "INSERT INTO rating"
                + " (answer, reader, asker, given_at, good, question, question_hash, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (answer, reader) DO UPDATE SET"
                + " asker = excluded.asker, given_at = excluded.given_at, good = excluded.good,"
                + " question = excluded.question, question_hash = excluded.question_hash,"
                + " content = excluded.content",
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
    return database.transaction(tx ->
        tx.rows(
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
    database.transaction(tx ->
        tx.change("DELETE FROM shown WHERE reader = ?", reader)
            + tx.change("DELETE FROM rating WHERE reader = ? OR asker = ?", reader, reader)
            // A private chat has its reader's id.
            + tx.change("DELETE FROM choice WHERE chat = ?", reader)
            + tx.change("DELETE FROM conversation WHERE reader = ?", reader)
            + tx.change(
                "UPDATE incoming SET reader = NULL, fingerprint = NULL WHERE reader = ?", reader));
    database.erase();
  }

  @Override
  public void forgetShown(Instant before) {
    database.transaction(tx -> tx.change("DELETE FROM shown WHERE shown_at < ?", before));
  }
}
