package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("s.sqlite");
  }

  @Override
  protected SqlStore open(InstantSource clock) {
    return SqlStore.open(file(), clock);
  }

  @Override
  protected long count(String rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("SELECT count(*) FROM " + rows).getLong(1);
    }
  }

  @Test
  void isOpenedByOneAtATime() {
    Path file = folder.resolve("bot.lock");
    InstanceLock first = InstanceLock.take(file);
    StoreException e = assertThrows(StoreException.class, () -> InstanceLock.take(file));
    assertTrue(e.getMessage().contains("another Pullquote"), e::getMessage);
    first.close();
    InstanceLock.take(file).close();
  }

  @Test
  void isHeldByOneProcess() {
    StoreLocation location = new StoreLocation.Folder(folder.resolve("made"));
    try (SqlStore held = SqlStore.open(location, 7, () -> NOW)) {
      assertEquals(List.of(), held.waiting());
      StoreException e =
          assertThrows(StoreException.class, () -> SqlStore.open(location, 7, () -> NOW));
      assertTrue(e.getMessage().contains("another Pullquote"), e::getMessage);
      SqlStore.open(location, 8, () -> NOW).close();
    }
    SqlStore.open(location, 7, () -> NOW).close();
  }
}
