package org.pullquote.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAnswersTest extends AnswersContract {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir Path folder;

  @Override
  protected SqlStore open(InstantSource clock) {
    return SqlStore.open(folder.resolve("telegram-4242.sqlite"), clock);
  }

  @Test
  void isReadBesideTheBotThatUsesIt() {
    store.answers().rate(rating(7, true, NOW));
    StoreLocation location = new StoreLocation.Folder(folder);
    assertEquals(Optional.empty(), SqlStore.beside(location, 4243));
    try (SqlStore reader = SqlStore.beside(location, 4242).orElseThrow()) {
      assertEquals(List.of(rating(7, true, NOW)), reader.answers().ratings());
    }
    store.answers().rate(rating(8, true, NOW));
    assertEquals(2, store.answers().ratings().size());
  }

  @Test
  void leavesNothingOnTheDiskOfWhatItForgot() throws Exception {
    String words = "ZEBRAQUESTION".repeat(500);
    keep(new KeptAnswer("id", 9, 7, "hash", words));
    store.answers().rate(new Rating("id", 8, 7, NOW, true, "ZEBRAQUESTION?", "hash", "{}"));
    assertTrue(isOnDisk("ZEBRAQUESTION"));
    store.answers().forgetReader(7);
    assertFalse(isOnDisk("ZEBRAQUESTION"));
  }

  private boolean isOnDisk(String words) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
      return false;
    }
  }
}
