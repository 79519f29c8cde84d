package org.pullquote.store;

import java.util.Optional;

/** A {@link ChoiceStore} in the tables of a {@link SqlStore}. */
final class SqlChoices implements ChoiceStore {

  private final Database database;

  SqlChoices(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> chosen(long chat) {
    return database
        .transaction(tx ->
            tx.rows("SELECT article FROM choice WHERE chat = ?", row -> row.getString(1), chat))
        .stream()
        .findFirst();
  }

  @Override
  public void choose(long chat, String article) {
    database.transaction(tx ->
        tx.change(
            "INSERT INTO choice (chat, article) VALUES (?, ?)"
                + " ON CONFLICT (chat) DO UPDATE SET article = excluded.article",
            chat,
            article));
  }
}
