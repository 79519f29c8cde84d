package org.pullquote.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pullquote.cluster.RealPostgres;

/** Replicas of the real bot, each a process of its own, behind one webhook. */
final class Replicas implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

  static final String TOKEN = "4242:replicas";
  static final String URL = "https://example.org/pullquote";

  private final Path folder;
  private final LoopbackTelegram telegram;
  private final Map<String, String> settings;
  private final List<Integer> ports = new ArrayList<>();
  private final List<@Nullable BotProcess> processes = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param folder for their states and logs
   * @param more settings, variables without their prefix
   */
  Replicas(
      int count,
      Path folder,
      LoopbackTelegram telegram,
      RealPostgres postgres,
      Map<String, String> more)
      throws IOException {
    this(count, folder, telegram, postgres, more, true);
  }

  /** Starts replicas without a webhook, of which one fetches updates. */
  static Replicas polling(
      int count, Path folder, LoopbackTelegram telegram, RealPostgres postgres)
      throws IOException {
    return new Replicas(count, folder, telegram, postgres, Map.of(), false);
  }

  private Replicas(
      int count,
      Path folder,
      LoopbackTelegram telegram,
      RealPostgres postgres,
      Map<String, String> more,
      boolean webhook)
      throws IOException {
    this.folder = folder;
    this.telegram = telegram;
    settings = new HashMap<>(more);
    settings.put("STORE_URL", postgres.url());
    settings.put("STORE_USER", postgres.user());
    settings.put("STORE_PASSWORD", postgres.password());
    if (webhook) {
      settings.put("TELEGRAM_WEBHOOK_URL", URL);
    }
    settings.putIfAbsent("LOG_LEVEL", "info");
    for (int i = 0; i < count; i++) {
      ports.add(freePort());
      processes.add(null);
      start(i);
    }
    if (!webhook) {
      return;
    }
    for (int i = 0; i < count; i++) {
      awaitListening(i);
    }
    telegram.proxyWebhook(
        ports.stream()
            .map(port -> URI.create("http://127.0.0.1:" + port + "/pullquote"))
            .toArray(URI[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts one that does not run. */
  void start(int replica) throws IOException {
    Map<String, String> own = new HashMap<>(settings);
    own.put("TELEGRAM_WEBHOOK_PORT", String.valueOf(ports.get(replica)));
    Path home = Files.createDirectories(folder.resolve("replica-" + replica));
    processes.set(replica, new BotProcess(home, TOKEN, telegram.url(), own));
  }

  private void awaitListening(int replica) throws IOException {
    long end = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (System.nanoTime() < end) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), ports.get(replica)).close();
        return;
      } catch (ConnectException e) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
    throw new IllegalStateException(said(replica));
  }

  /** Sends SIGKILL to one. */
  void kill(int replica) throws InterruptedException {
    BotProcess process = processes.set(replica, null);
    if (process != null) {
      process.kill();
    }
  }

  /** Sends SIGTERM to one, and waits for its end. */
  void terminate(int replica) throws InterruptedException {
    BotProcess process = processes.set(replica, null);
    if (process != null) {
      process.terminate();
    }
  }

  /** Whether one runs. */
  boolean isAlive(int replica) {
    BotProcess process = processes.get(replica);
    return process != null && process.isAlive();
  }

  /** The ids of those that run. */
  List<Long> processes() {
    return processes.stream().filter(Objects::nonNull).map(BotProcess::id).toList();
  }

  /** What one has written, earlier runs included. */
  String said(int replica) throws IOException {
    return Files.readString(folder.resolve("replica-" + replica).resolve("bot.log"));
  }

  /** Where updates for one are brought. */
  URI endpoint(int replica) {
    return URI.create("http://127.0.0.1:" + ports.get(replica) + "/pullquote");
  }

  @Override
  public void close() {
    for (BotProcess process : processes) {
      if (process != null) {
        process.close();
      }
    }
  }
}
