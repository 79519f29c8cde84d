package org.pullquote.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pullquote.ChildJava;

/** The real bot, as a process of its own, with its state and its log in a folder. */
final class BotProcess implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

  private final Path folder;
  private final Process process;

  /**
   * Starts it.
   *
   * @param settings variables without their prefix
   */
  BotProcess(Path folder, String token, String url, Map<String, String> settings, String... command)
      throws IOException {
    this.folder = folder;
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Dpullquote.home=" + Path.of("").toAbsolutePath());
    List<String> line = ChildJava.command(options, "org.pullquote.app.Main");
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PULLQUOTE_"));
    environment.put("TELEGRAM_BOT_TOKEN", token);
    environment.put("PULLQUOTE_TELEGRAM_API_URL", url);
    environment.put("PULLQUOTE_TELEGRAM_POLL_SECONDS", "2");
    environment.put("PULLQUOTE_STATE_DIR", folder.resolve("state").toString());
    environment.put("PULLQUOTE_MONITORING_PORT", "0");
    environment.put("PULLQUOTE_LOG_LEVEL", "debug");
    settings.forEach((name, value) -> environment.put("PULLQUOTE_" + name, value));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    process = builder.start();
  }

  private Path log() {
    return folder.resolve("bot.log");
  }

  /** What it has written, earlier ones of the folder included. */
  String said() throws IOException {
    return Files.readString(log());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long id() {
    return process.pid();
  }

  /** Sends SIGTERM; how many milliseconds it took to end, a minute at the most. */
  long terminate() throws InterruptedException {
    long begun = System.nanoTime();
    process.destroy();
    process.waitFor(1, TimeUnit.MINUTES);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** Sends SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for it to end by itself; its exit status. */
  int awaitEnd(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it has not ended in " + seconds + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
