package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.ChildJava;

/** Of a process of its own: a fault within the model's runtime takes the process along. */
class EndingTest {

  @TempDir Path folder;
  private Process process;

  @Test
  void letsTheModelFinishReadingBeforeASignalEndsIt() throws Exception {
    try (BufferedReader said = start()) {
      assertEquals("reads", said.readLine());
      // Destroyed by itself, it would close its streams.
      process.toHandle().destroy();
      assertEnded(128 + 15, said);
    }
  }

  @Test
  void letsTheModelFinishReadingBeforeItEndsByItself() throws Exception {
    try (BufferedReader said = start("3")) {
      assertEquals("reads", said.readLine());
      assertEnded(3, said);
    }
  }

  private BufferedReader start(String... arguments) throws Exception {
    List<String> options =
        List.of(
            "-XX:ErrorFile=" + folder.resolve("crash.log"), "--enable-native-access=ALL-UNNAMED");
    List<String> line = ChildJava.command(options, Busy.class.getName());
    line.addAll(List.of(arguments));
    process = new ProcessBuilder(line).redirectError(folder.resolve("err").toFile()).start();
    return process.inputReader();
  }

  private void assertEnded(int status, BufferedReader said) throws Exception {
    assertEquals("rests", said.readLine());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(status, process.exitValue());
    assertFalse(Files.exists(folder.resolve("crash.log")));
  }

  @AfterEach
  void end() {
    process.destroyForcibly().onExit().join();
  }
}
