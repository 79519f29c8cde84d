package org.pullquote.store;

import java.util.Optional;

/** A {@link ChoiceStore} in the file of a {@link SqliteStore}. */
final class SqliteChoices implements ChoiceStore {

  private final Database database;

  SqliteChoices(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> chosen(long chat) {
    return database
        .transaction(() ->
            database.rows(
                "SELECT article FROM choice WHERE chat = ?", row -> row.getString(1), chat))
        .stream()
        .findFirst();
  }

  @Override
  public void choose(long chat, String article) {
    database.transaction(() ->
        database.change(
            "INSERT OR REPLACE INTO choice (chat, article) VALUES (?, ?)", chat, article));
  }
}
