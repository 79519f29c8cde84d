package org.pullquote.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A {@link ConversationStore} in the tables of a {@link SqlStore}. */
final class SqlConversations implements ConversationStore {

  private final Database database;

  SqlConversations(Database database) {
    this.database = database;
  }

  /** Within a transaction: keeps what a conversation remembers now. */
  static void keep(Transaction tx, KeptConversation conversation, Instant now) throws SQLException {
    tx.change(
        "INSERT INTO conversation (chat, thread, reader, said_at, content) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (chat, thread, reader) DO UPDATE SET"
            + " said_at = excluded.said_at, content = excluded.content",
        conversation.chat(),
        conversation.thread(),
        conversation.reader(),
        now,
        conversation.content());
  }

  /** Within a transaction: what was spoken of in one chat is so in another one. */
  static int move(Transaction tx, long fromChat, long toChat) throws SQLException {
    return tx.change(
            "INSERT INTO conversation (chat, thread, reader, said_at, content)"
                + " SELECT ?, thread, reader, said_at, content FROM conversation WHERE chat = ?"
                + " ON CONFLICT DO NOTHING",
            toChat,
            fromChat)
        + tx.change("DELETE FROM conversation WHERE chat = ?", fromChat);
  }

  @Override
  public Optional<KeptConversation> find(long chat, int thread, long reader, Instant since) {
    return database
        .transaction(tx ->
            tx.rows(
                "SELECT content FROM conversation"
                    + " WHERE chat = ? AND thread = ? AND reader = ? AND said_at >= ?",
                row -> new KeptConversation(chat, thread, reader, row.getString(1)),
                chat,
                thread,
                reader,
                since))
        .stream()
        .findFirst();
  }

  @Override
  public void forgetSilent(Instant since) {
    database.transaction(tx -> tx.change("DELETE FROM conversation WHERE said_at < ?", since));
  }
}
