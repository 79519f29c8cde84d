package org.pullquote.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private static void awaitSize(Library library, int size) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (library.size() != size && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(size, library.size());
  }

  @Test
  void pausesByHowLongALookTakesAndNotByWhatItChanged() throws Exception {
    Duration pause = Duration.ofSeconds(3);
    try (Library library = new LibraryStage(folder).open();
        LibraryWatch watch = new LibraryWatch(library, pause, InstantSource.system())) {
      assertEquals(Duration.ofSeconds(13), watch.pauseAfter(0, Duration.ofMillis(500)));
      assertEquals(Duration.ofSeconds(63), watch.pauseAfter(0, Duration.ofMinutes(2)));
      assertEquals(pause, watch.pauseAfter(100_000, Duration.ofMinutes(10)));
      assertEquals(pause, watch.pauseAfter(0, Duration.ofHours(-1)));
    }
  }

  @Test
  void noticesWhatComesAndGoesAndSurvivesAFolderThatIsGone() throws Exception {
    LibraryStage stage = new LibraryStage(folder);
    try (Library library = stage.open();
        LibraryWatch watch =
            new LibraryWatch(library, Duration.ofMillis(10), InstantSource.system())) {
      assertEquals(0, library.size(), watch::toString);
      stage.write("bridge.txt", "Bridge opens", "The mayor opened the bridge on Monday.");
      awaitSize(library, 1);
      Path away = folder.resolve("away");
      Files.move(stage.folder, away);
      Thread.sleep(100);
      Files.move(away, stage.folder);
      stage.write("museum.txt", "Museum closes", "The director closed the museum on Friday.");
      awaitSize(library, 2);
      Files.delete(stage.folder.resolve("bridge.txt"));
      awaitSize(library, 1);
    }
  }
}
