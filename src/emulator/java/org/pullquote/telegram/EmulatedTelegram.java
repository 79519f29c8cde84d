package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Telegram as the npm package {@code telegram-test-api} emulates it, in a process of its own. */
final class EmulatedTelegram implements TelegramStandIn {

  private static final Path SOURCE = Path.of("src", "emulator", "node");
  private static final Path INSTALLED = Path.of("target", "emulator", "node");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "server.js");
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;
  private final Process process;
  private final String url;

  /** Starts it, for a bot with that token. */
  EmulatedTelegram(String token) throws IOException {
    this.token = token;
    process = command("node", "server.js").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String port = process.inputReader().readLine();
    if (port == null) {
      throw new IOException("the emulator has not started: see what node says above");
    }
    url = "http://127.0.0.1:" + port;
  }

  /** Why it cannot run here; empty if it can. */
  static Optional<String> obstacle() throws InterruptedException {
    try {
      Files.createDirectories(INSTALLED);
      boolean runs = command("node", "--version").start().waitFor() == 0;
      return runs ? Optional.empty() : Optional.of("\"node --version\" fails");
    } catch (IOException e) {
      return Optional.of("Node.js is not installed");
    }
  }

  /** Has npm fetch it, in the versions that the lock file names. */
  static void install() throws IOException, InterruptedException {
    for (String file : FILES) {
      Files.write(INSTALLED.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
    }
    Process npm =
        command(WINDOWS ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund")
            .redirectErrorStream(true)
            .redirectOutput(INSTALLED.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroy();
      throw new IOException("npm cannot install telegram-test-api: see " + INSTALLED + "/npm.log");
    }
  }

  private static ProcessBuilder command(String... line) {
    return new ProcessBuilder(line).directory(INSTALLED.toFile());
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String botName() {
    return "TestNameBot";
  }

  @Override
  public int message(String chatType, long chat, String text, JsonNode... entities) {
    message(TelegramStandIn.written(chatType, chat, text, Duration.ZERO, entities));
    return ofReaders().getLast().path("messageId").asInt();
  }

  @Override
  public void message(JsonNode content) {
    post("/sendMessage", ((ObjectNode) content).put("botToken", token));
  }

  @Override
  public List<JsonNode> awaitMessages(int count, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    List<JsonNode> messages = ofBot();
    while (messages.size() < count && System.nanoTime() < deadline) {
      Thread.sleep(50);
      messages = ofBot();
    }
    return messages;
  }

  @Override
  public int unconfirmed() {
    return (int) ofReaders().stream().filter(update -> !update.path("isRead").asBoolean()).count();
  }

  private List<JsonNode> ofBot() {
    return history(true).stream().map(entry -> entry.path("message")).toList();
  }

  private List<JsonNode> ofReaders() {
    return history(false);
  }

  /** Where a message goes to, it says in {@code chat_id}; where one comes from, not. */
  private List<JsonNode> history(boolean ofBot) {
    List<JsonNode> entries = new ArrayList<>();
    post("/getUpdatesHistory", JSON.createObjectNode().put("token", token))
        .path("result")
        .forEach(entries::add);
    return entries.stream()
        .filter(entry -> entry.path("message").has("chat_id") == ofBot)
        .toList();
  }

  private JsonNode post(String path, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    http.close();
  }
}
