package org.pullquote.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, with its output in a file. It ends with this process. */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final List<String> command;
  private final Path log;
  private Process process;

  private ServerProcess(List<String> command, Path log) throws IOException {
    this.command = command;
    this.log = log;
    this.process = begin();
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /**
   * Starts one.
   *
   * @param classPath the file that holds the server's class path
   * @param arguments of {@code java}, behind the class path
   */
  static ServerProcess start(Path classPath, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(Files.readString(classPath).strip());
    command.addAll(arguments);
    return new ServerProcess(command, log);
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** A port of loopback that is free now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens at that port. */
  void awaitPort(int port) {
    await("port " + port, () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      } catch (IOException e) {
        return false;
      }
    });
  }

  /** Waits until its output has so many lines that begin so. */
  void awaitLine(String line, int times) {
    await("\"" + line + "\"", () -> {
      try (var lines = Files.lines(log)) {
        return lines.filter(line::equals).count() >= times;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private interface Sign {
    boolean isThere();
  }

  private void await(String what, Sign sign) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!sign.isThere()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("no " + what + " from a server: " + tail());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again after its end, with what it kept on disk. */
  void restart() throws IOException {
    kill();
    process = begin();
  }

  /** {@code kill -9}: it writes nothing more, closes nothing and tells nobody. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has in memory, in bytes; 0 where the system does not say (it does on Linux). */
  long memory() throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    kill();
  }
}
