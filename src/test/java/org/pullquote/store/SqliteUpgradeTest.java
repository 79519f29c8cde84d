package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other versions of the program wrote. */
class SqliteUpgradeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Path SCRIPTS = Path.of("src/main/resources/org/pullquote/store/migration");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("old.sqlite");
  }

  private SqlStore open() {
    return SqlStore.open(file, () -> NOW);
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Makes a file as a version left it that noted its number in the header only. */
  private void make(int version) throws Exception {
    for (int each = 1; each <= version; each++) {
      for (String sql : script(each).split(";\\s*\\n")) {
        execute(sql);
      }
    }
    execute("PRAGMA user_version = " + version);
  }

  private static String script(int version) throws IOException {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      Path script =
          scripts
              .filter(each -> each.getFileName().toString().startsWith("V" + version + "__"))
              .findFirst()
              .orElseThrow();
      String sql = Files.readString(script);
      for (Map.Entry<String, String> each : Migrations.SQLITE.entrySet()) {
        sql = sql.replace("${" + each.getKey() + "}", each.getValue());
      }
      return sql;
    }
  }

  /** What the tables and indexes of a file are, whoever made them. */
  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                    + " AND tbl_name NOT IN ('sqlite_sequence', 'sqlite_stat1') ORDER BY name")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void carriesOverAFileOf(int version) throws Exception {
    open().close();
    List<String> fresh = tables();
    file = folder.resolve("version.sqlite");
    make(version);
    execute(
        "INSERT INTO incoming (update_id, chat, message, asked_at, received_at, state, content)"
            + " VALUES (5, 9, 1, 0, 0, 'WAITING', 'a question')");
    execute(
        "INSERT INTO outgoing (chat, kind, created_at, state, content)"
            + " VALUES (9, 'answer', 0, 'WAITING', 'an answer')");
    for (int start = 1; start <= 2; start++) {
      try (SqlStore store = open()) {
        assertEquals(List.of(new Received(1, Instant.EPOCH, "a question")), store.waiting());
        assertEquals("an answer", store.unsent().getFirst().content());
        assertEquals(32, store.key().length);
      }
      assertEquals(fresh, tables());
    }
  }

  /** The scripts have run and are noted in their table, but the header is as it was. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void goesOnAfterACrash(int noted) throws Exception {
    if (noted > 0) {
      make(noted);
    }
    byte[] key;
    try (SqlStore store = open()) {
      key = store.key();
    }
    execute("PRAGMA user_version = " + noted);
    try (SqlStore store = open()) {
      assertTrue(Arrays.equals(key, store.key()));
    }
  }

  @Test
  void refusesAFileOfANewerVersion() throws Exception {
    open().close();
    execute("PRAGMA user_version = " + (Migrations.VERSION + 1));
    StoreException e = assertThrows(StoreException.class, () -> SqlStore.open(file, () -> NOW));
    assertTrue(e.getMessage().contains("newer Pullquote"), e::getMessage);
    Files.delete(file);
    open().close();
  }

  @Test
  void saysWhichFileItCannotRead() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.sqlite"), "this is no database at all");
    StoreException e = assertThrows(StoreException.class, () -> SqlStore.open(file, () -> NOW));
    assertTrue(e.getMessage().contains("bad.sqlite"), e::getMessage);
  }

  /** As version 2 left it: what it deleted may still stand in the file. */
  @Test
  void erasesWhatAnEarlierVersionLeft() throws Exception {
    make(2);
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO shown VALUES ('asked', 9, 77, 0, 'plain', '{}')");
      statement.executeUpdate(
          "INSERT INTO rating VALUES ('asked', 88, 0, 1, 'who?', 'plain', '{}'),"
              + " ('unknown', 88, 1, 1, 'where?', 'plain', '{}')");
      statement.executeUpdate(
          "INSERT INTO incoming VALUES (1, 1, NULL, NULL, 0, 0, 0, 'UNREADABLE', 'f', 'ZEBRA')");
      statement.executeUpdate(
          "INSERT INTO incoming VALUES (2, 2, NULL, NULL, 0, 0, 0, 'FAILED', NULL, 'GNU')");
      statement.executeUpdate("DELETE FROM incoming WHERE key = 2");
    }
    try (SqlStore old = SqlStore.open(file, () -> NOW)) {
      List<Rating> ratings = old.answers().ratings();
      assertEquals(77, ratings.getFirst().asker());
      assertEquals("who?", ratings.getFirst().question());
      assertNull(ratings.getLast().question(), "nobody could erase it");
      assertEquals("", ratings.getFirst().questionHash());
    }
    String left = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertFalse(left.contains("ZEBRA") || left.contains("GNU"));
  }
}
