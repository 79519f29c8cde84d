package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.telegram.SendRules.Refusal;

/**
 * A Bot API server on loopback, for what must be true on the wire. Strict where Telegram is: the
 * token, the offsets of {@code getUpdates}, one poller at a time, unknown parameters, what a
 * message may be ({@link SendRules}); and its refusals are in Telegram's words. Fails as it is told
 * to, by {@link Fault}s. Records each call.
 */
final class LoopbackTelegram implements TelegramStandIn {

  static final long BOT_ID = 4242;
  static final String BOT_NAME = "pullquote_bot";

  /** A slow answer comes in about so many pieces. */
  private static final int PIECES = 200;

  /** Of https://core.telegram.org/bots/api#getfile. */
  private static final int LARGEST_FILE = 20_000_000;

  private static final String FILES = "documents/";

  private static final String ATTACH = "attach://";

  private static final Pattern PART =
      Pattern.compile(
          " name=\"(?<name>[^\"]+)\"(?<file>; filename)?.*?\r\n\r\n(?<content>.*?)\r\n--",
          Pattern.DOTALL);

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final String token;
  private final @Nullable BotApi api;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PendingUpdates updates = new PendingUpdates();
  private final TakenMessages taken = new TakenMessages();
  private final ChatMessages chats = new ChatMessages();
  private final CallRules callRules = new CallRules();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger nextMessage = new AtomicInteger(1);
  private @Nullable Fault always;
  private @Nullable ProxiedWebhook proxy;
  private volatile String webhook = "";
  private volatile String secret = "";
  private boolean keepsCalls = true;

  /** A call that arrived, and what was answered. */
  record Call(String method, JsonNode request, JsonNode response) {}

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

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public String botName() {
    return BOT_NAME;
  }

  @Override
  public void close() {
    if (proxy != null) {
      proxy.close();
    }
    server.stop(0);
  }

  /** Brings updates there, to one after another, once a webhook is set. */
  void proxyWebhook(URI... endpoints) {
    proxy = new ProxiedWebhook(updates, List.of(endpoints), () -> secret);
  }

  @Override
  public int message(String chatType, long chat, String text, JsonNode... entities) {
    return arrive(TelegramStandIn.written(chatType, chat, text, Duration.ZERO, entities));
  }

  /** Lets a message arrive that was written a while ago. */
  int agedMessage(long chat, String text, Duration age) {
    return arrive(TelegramStandIn.written("private", chat, text, age));
  }

  private int arrive(ObjectNode message) {
    int id = nextMessage.getAndIncrement();
    taken.asked(id);
    chats.add(message.put("message_id", id));
    message(message);
    return id;
  }

  @Override
  public void message(JsonNode content) {
    update("message", content);
  }

  /** Lets an update arrive, whatever is in it. */
  void update(String kind, JsonNode content) {
    updates.add(kind, content);
  }

  /** Lets a message of a reader arrive; its id. */
  int say(ObjectNode message) {
    return arrive(message);
  }

  /**
   * Lets an update arrive that the bot has to answer by a query's id.
   *
   * @param query the id of the query
   */
  void query(String kind, String query, JsonNode content) {
    callRules.ask(query);
    update(kind, content);
  }

  /** The messages in all chats. */
  ChatMessages chats() {
    return chats;
  }

  /** Whether the bot has answered a query. */
  boolean isAnswered(String query) {
    return callRules.isAnswered(query);
  }

  /** What waits for the bot. */
  PendingUpdates updates() {
    return updates;
  }

  /** What the bot has sent. */
  TakenMessages taken() {
    return taken;
  }

  /** Does that to the next calls of a method, one each. */
  void fail(String method, Fault... next) {
    locked(() ->
        faults
            .computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>())
            .addAll(List.of(next)));
  }

  /** Does that to every call from now on; null for nothing. */
  void failAll(@Nullable Fault fault) {
    locked(() -> always = fault);
  }

  /** Fails no more. */
  void forgetFaults() {
    locked(faults::clear);
  }

  /** Enforces Telegram's limits on sending. */
  void limitSending() {
    taken.rule(rules -> rules.limited = true);
  }

  void block(long chat) {
    taken.rule(rules -> rules.blocked.add(chat));
  }

  void upgrade(long group, long supergroup) {
    taken.rule(rules -> rules.upgraded.put(group, supergroup));
  }

  void deleteMessage(long message) {
    taken.rule(rules -> rules.deletedMessages.add(message));
  }

  /** Keeps no record of calls but of messages, for long runs. */
  void keepNoCalls() {
    locked(() -> keepsCalls = false);
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** The requests that became messages, in order, whatever the bot learned of them. */
  List<JsonNode> messages() {
    return taken.all();
  }

  @Override
  public List<JsonNode> awaitMessages(int count, Duration atMost) throws InterruptedException {
    return taken.await(count, atMost);
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

  @Override
  public void awaitConfirmed(Duration atMost) throws InterruptedException {
    updates.awaitEmpty(atMost);
  }

  @Override
  public int unconfirmed() {
    return updates.size();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().startsWith("/file/")) {
        serveFile(exchange, exchange.getRequestURI().getPath());
        return;
      }
      String[] path = exchange.getRequestURI().getPath().split("/");
      String method = path.length == 3 ? path[2].toLowerCase(Locale.ROOT) : "";
      Fault fault = nextFault(method);
      if (fault instanceof Fault.CutBefore) {
        return;
      }
      JsonNode request = request(exchange);
      if (fault instanceof Fault.Hang hang) {
        Thread.sleep(hang.length());
        return;
      }
      if (fault instanceof Fault.Status status) {
        respond(exchange, status.code(), status.body().getBytes(StandardCharsets.UTF_8), false);
        return;
      }
      boolean known = path.length > 1 && path[1].equals("bot" + token);
      ObjectNode response = response(known, method, request, fault);
      record(method, request, response);
      if (fault instanceof Fault.CutAfter) {
        return;
      }
      if (fault instanceof Fault.Slow slow) {
        Thread.sleep(slow.delay());
      }
      int status = response.path("ok").asBoolean() ? 200 : response.path("error_code").asInt();
      respond(exchange, status, JSON.writeValueAsBytes(response), fault instanceof Fault.Slow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Fault nextFault(String method) {
    lock.lock();
    try {
      Deque<Fault> next = faults.get(method);
      return next == null || next.isEmpty() ? always : next.poll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Files come in parts, each a parameter, of which a picture's looks are kept; all else as JSON.
   */
  private static JsonNode request(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (!type.startsWith("multipart/")) {
      return JSON.readTree(body);
    }
    ObjectNode request = JSON.createObjectNode();
    Map<String, String> files = new HashMap<>();
    Matcher part = PART.matcher(new String(body, StandardCharsets.ISO_8859_1));
    while (part.find()) {
      byte[] content = part.group("content").getBytes(StandardCharsets.ISO_8859_1);
      String name = part.group("name");
      if (part.group("file") != null) {
        files.put(ATTACH + name, SentPicture.of(content).toString());
        continue;
      }
      String value = new String(content, StandardCharsets.UTF_8);
      request.set(
          name,
          value.matches("(?s)[\\[{].*|-?\\d+")
              ? TelegramStandIn.json(value)
              : JSON.getNodeFactory().textNode(value));
    }
    attach(request, files);
    if (request.path("media") instanceof ObjectNode media) {
      attach(media, files);
    }
    return request;
  }

  /** Puts files in the places of the names that stand for them. */
  private static void attach(ObjectNode parameters, Map<String, String> files) {
    for (String field : List.of("photo", "document", "media")) {
      String file = files.get(parameters.path(field).asText());
      if (file != null) {
        parameters.put(field, file);
      }
    }
  }

  private ObjectNode response(boolean known, String method, JsonNode request, @Nullable Fault fault)
      throws InterruptedException {
    ObjectNode response = JSON.createObjectNode();
    try {
      if (!known) {
        throw new Refusal(401, "Unauthorized");
      }
      if (fault instanceof Fault.Refuse refuse) {
        throw new Refusal(refuse.code(), refuse.description(), refuse.parameters());
      }
      response.put("ok", true).set("result", answer(method, request));
    } catch (Refusal refusal) {
      response
          .put("ok", false)
          .put("error_code", refusal.code)
          .put("description", refusal.getMessage());
      if (refusal.parameters != null) {
        response.set("parameters", TelegramStandIn.json(refusal.parameters));
      }
    }
    return response;
  }

  private static void respond(HttpExchange exchange, int status, byte[] body, boolean drip)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    if (!drip) {
      exchange.getResponseBody().write(body);
      return;
    }
    int piece = Math.max(1, body.length / PIECES);
    for (int at = 0; at < body.length; at += piece) {
      exchange.getResponseBody().write(body, at, Math.min(piece, body.length - at));
      exchange.getResponseBody().flush();
      Thread.sleep(1);
    }
  }

  private void record(String method, JsonNode request, JsonNode response) {
    lock.lock();
    try {
      if (keepsCalls) {
        calls.add(new Call(method, request, response));
      }
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
              .put("username", BOT_NAME)
              .put("supports_inline_queries", true);
      case "deletewebhook" -> webhook(JSON.createObjectNode());
      case "setwebhook" -> webhook(request);
      case "getwebhookinfo" -> webhookInfo();
      case "getupdates" -> updates.poll(request);
      case "sendmessage", "sendphoto", "senddocument" -> send(request);
      case "editmessagetext" -> edit(request);
      case "editmessagecaption" -> editCaption(request);
      case "getfile" -> file(request.path("file_id").asText());
      case "editmessagemedia" -> editMedia(request);
      case "sendchataction" -> JSON.getNodeFactory().booleanNode(true);
      default -> {
        callRules.check(method, request);
        yield JSON.getNodeFactory().booleanNode(true);
      }
    };
  }

  private JsonNode webhook(JsonNode request) throws Refusal {
    String url = request.path("url").asText();
    if (!url.isEmpty() && !url.startsWith("https://")) {
      throw new Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    }
    webhook = url;
    secret = request.path("secret_token").asText();
    updates.toWebhook(!url.isEmpty());
    return JSON.getNodeFactory().booleanNode(true);
  }

  private JsonNode webhookInfo() {
    return JSON.createObjectNode()
        .put("url", webhook)
        .put("has_custom_certificate", false)
        .put("pending_update_count", unconfirmed());
  }

  private JsonNode send(JsonNode request) throws Refusal {
    taken.take(request);
    int id = nextMessage.getAndIncrement();
    return keepsCalls ? chats.add(id, request) : new ChatMessages().add(id, request);
  }

  private JsonNode edit(JsonNode request) throws Refusal {
    SendRules.checkText(request.path("text").asText(), request.path("entities"));
    SendRules.checkButtons(request.path("reply_markup"));
    return chats.edit(request);
  }

  private JsonNode editCaption(JsonNode request) throws Refusal {
    SendRules.checkPicture(request);
    SendRules.checkButtons(request.path("reply_markup"));
    return chats.editCaption(request);
  }

  /** Keeps a file that a reader sends, under an id. */
  void keepFile(String id, byte[] content) {
    files.put(id, content);
  }

  private JsonNode file(String id) throws Refusal {
    byte[] content = files.get(id);
    if (content == null) {
      throw new Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }
    if (content.length > LARGEST_FILE) {
      throw new Refusal(400, "Bad Request: file is too big");
    }
    return JSON.createObjectNode()
        .put("file_id", id)
        .put("file_unique_id", id)
        .put("file_size", content.length)
        .put("file_path", FILES + id);
  }

  /** Gives a file, under an address that has the token in it. */
  private void serveFile(HttpExchange exchange, String path) throws IOException {
    String prefix = "/file/bot" + token + "/" + FILES;
    byte[] content = path.startsWith(prefix) ? files.get(path.substring(prefix.length())) : null;
    if (content == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  private JsonNode editMedia(JsonNode request) throws Refusal {
    JsonNode media = request.path("media");
    ObjectNode content = JSON.createObjectNode();
    content.set("chat_id", request.path("chat_id"));
    content.set("message_id", request.path("message_id"));
    content.set(media.path("type").asText(), media.path("media"));
    content.set("caption", media.path("caption"));
    content.set("reply_markup", request.path("reply_markup"));
    SendRules.checkPicture(content);
    SendRules.checkButtons(content.path("reply_markup"));
    return chats.edit(content);
  }
}
