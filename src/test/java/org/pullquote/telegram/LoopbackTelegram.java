package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API server on loopback, for what must be true on the wire. Strict where Telegram is: the
 * token, the offsets of {@code getUpdates}, one poller at a time, the length of a text, the bounds
 * of its entities, unknown parameters; and its refusals are in Telegram's words. Records each call.
 */
final class LoopbackTelegram implements AutoCloseable {

  static final long BOT_ID = 4242;
  static final String BOT_NAME = "pullquote_bot";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXT_LIMIT = 4096;

  private final HttpServer server;
  private final String token;
  private final @Nullable BotApi api;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Integer, JsonNode> updates = new TreeMap<>();
  private final List<Call> calls = new ArrayList<>();
  private int nextUpdate = 1000;
  private int nextMessage = 1;
  private int pollers;

  /** A call that arrived, and what was answered. */
  record Call(String method, JsonNode request, JsonNode response) {}

  /** A refusal in Telegram's words. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    Refusal(int code, String description) {
      super(description);
      this.code = code;
    }
  }

  /**
   * @param api the API as data, or null to accept parameters unseen
   */
  LoopbackTelegram(String token, @Nullable BotApi api) throws IOException {
    this.token = token;
    this.api = api;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Lets a message arrive at the bot; the node is added to and given an id, date and text. */
  int message(String chatType, long chat, String text, JsonNode... entities) {
    lock.lock();
    try {
      ObjectNode message = JSON.createObjectNode();
      int id = nextMessage++;
      message.put("message_id", id).put("date", 1_700_000_000).put("text", text);
      message.putObject("chat").put("id", chat).put("type", chatType).put("first_name", "Reader");
      message.putObject("from").put("id", 7).put("is_bot", false).put("first_name", "Reader");
      if (entities.length > 0) {
        message.putArray("entities").addAll(List.of(entities));
      }
      update("message", message);
      return id;
    } finally {
      lock.unlock();
    }
  }

  /** Lets an update arrive, whatever is in it. */
  void update(String kind, JsonNode content) {
    lock.lock();
    try {
      ObjectNode update = JSON.createObjectNode();
      update.put("update_id", nextUpdate);
      update.set(kind, content);
      updates.put(nextUpdate++, update);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until calls of a method have arrived. */
  List<Call> await(String method, int count, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (calls(method).size() < count && left > 0) {
        left = changed.awaitNanos(left);
      }
      return calls(method);
    } finally {
      lock.unlock();
    }
  }

  /** The calls of a method so far. */
  List<Call> calls(String method) {
    return calls(call -> call.method().equals(method.toLowerCase(Locale.ROOT)));
  }

  List<Call> calls(Predicate<Call> which) {
    lock.lock();
    try {
      return calls.stream().filter(which).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Updates that the bot has not confirmed. */
  int unconfirmed() {
    lock.lock();
    try {
      return updates.size();
    } finally {
      lock.unlock();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      String method = path.length == 3 ? path[2].toLowerCase(Locale.ROOT) : "";
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      ObjectNode response = JSON.createObjectNode();
      int status = 200;
      try {
        if (path.length < 2 || !path[1].equals("bot" + token)) {
          throw new Refusal(401, "Unauthorized");
        }
        JsonNode result = answer(method, request);
        response.put("ok", true).set("result", result);
      } catch (Refusal refusal) {
        status = refusal.code;
        response
            .put("ok", false)
            .put("error_code", status)
            .put("description", refusal.getMessage());
      }
      record(method, request, response);
      byte[] body = JSON.writeValueAsBytes(response);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void record(String method, JsonNode request, JsonNode response) {
    lock.lock();
    try {
      calls.add(new Call(method, request, response));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private JsonNode answer(String method, JsonNode request) throws Refusal, InterruptedException {
    List<String> faults = api == null ? List.of() : api.faults(method, request);
    if (!faults.isEmpty()) {
      throw new Refusal(400, "Bad Request: " + String.join("; ", faults));
    }
    return switch (method) {
      case "getme" ->
          JSON.createObjectNode()
              .put("id", BOT_ID)
              .put("is_bot", true)
              .put("first_name", "Pullquote")
              .put("username", BOT_NAME);
      case "deletewebhook" -> JSON.getNodeFactory().booleanNode(true);
      case "getupdates" -> updates(request);
      case "sendmessage" -> send(request);
      default -> throw new Refusal(404, "Not Found: method not found");
    };
  }

  private JsonNode updates(JsonNode request) throws Refusal, InterruptedException {
    lock.lock();
    try {
      // As at Telegram, a later poll ends the one under way.
      int me = ++pollers;
      changed.signalAll();
      int offset = request.path("offset").asInt();
      updates.headMap(offset).clear();
      long left = TimeUnit.SECONDS.toNanos(request.path("timeout").asInt());
      while (updates.isEmpty() && left > 0 && me == pollers) {
        left = changed.awaitNanos(left);
      }
      if (me != pollers) {
        throw new Refusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
      }
      ArrayNode result = JSON.createArrayNode();
      updates.values().stream().limit(request.path("limit").asInt(100)).forEach(result::add);
      return result;
    } finally {
      lock.unlock();
    }
  }

  private JsonNode send(JsonNode request) throws Refusal {
    String text = request.path("text").asText();
    if (text.isBlank()) {
      throw new Refusal(400, "Bad Request: message text is empty");
    }
    if (text.length() > TEXT_LIMIT) {
      throw new Refusal(400, "Bad Request: message is too long");
    }
    for (JsonNode entity : request.path("entities")) {
      int start = entity.path("offset").asInt();
      int end = start + entity.path("length").asInt();
      if (start < 0
          || end <= start
          || end > text.length()
          || cuts(text, start)
          || cuts(text, end)) {
        throw new Refusal(400, "Bad Request: ENTITY_BOUNDS_INVALID");
      }
    }
    lock.lock();
    try {
      ObjectNode message = JSON.createObjectNode();
      message.put("message_id", nextMessage++).put("date", 1_700_000_000).put("text", text);
      message.putObject("chat").put("id", request.path("chat_id").asLong()).put("type", "private");
      return message;
    } finally {
      lock.unlock();
    }
  }

  private static boolean cuts(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  /** A JSON object from its text. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
