package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Guide;
import org.pullquote.library.ArticleDesk;
import org.pullquote.library.ArticleFileName;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.library.LibraryStage;
import org.pullquote.library.UpdateListener;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;

/** Plays a scene with the bot over the wire, and says what the readers see. */
final class WireStage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long GROUP = -1001;
  private static final long READER = 77;
  private static final long ANOTHER = 88;

  private static final Pattern ACT =
      Pattern.compile(
          "(?<who>Reader|Another reader)"
              + "(?<what> presses| types| edits that| replies(?:, quoting “(?<quoted>[^”]+)”)?| sends a voice"
              + " message| sends a photo| sends a file [^:]+| calls from elsewhere)?(?:: (?<text>.*))?");

  private static final Map<String, Metadata> ARTICLES =
      Map.of(
          "with an address",
          new Metadata(
              null,
              "The Telegraph",
              List.of(),
              null,
              "https://example.org/story",
              "en-GB",
              List.of()));

  private final LoopbackTelegram telegram;
  private final Path folder;
  private final boolean inGroup;
  private final String language;
  private final @Nullable LibraryStage library;
  private @Nullable Library open;
  private Article article;
  private TelegramBot bot;
  private int queries;
  private int asked;

  WireStage(Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    inGroup = settings.getOrDefault("chat", "private").equals("group");
    language = settings.getOrDefault("language", "en");
    Metadata metadata =
        ARTICLES.getOrDefault(settings.getOrDefault("article", ""), Fixtures.TELEGRAPH);
    article = new Article(metadata, Fixtures.ARTICLE.passages());
    telegram =
        new LoopbackTelegram(
            LiveBot.TOKEN, Files.exists(LiveBot.API) ? new BotApi(LiveBot.API) : null);
    library = settings.containsKey("library") ? library(folder, article) : null;
    start();
  }

  /** The article, and where the scene has a library, those of a folder. */
  private Articles articles() {
    Guide guide = new Guide(Fixtures.answerer(article));
    if (library == null) {
      return new Articles(guide);
    }
    open = library.open();
    update();
    return new Articles(
        guide, ArticleFileName.key("article"), open, new AskAll(open, AnswerPolicy.DEFAULT));
  }

  private void update() {
    try {
      open.update(UpdateListener.NONE);
    } catch (LibraryException e) {
      throw new IllegalStateException(e);
    }
  }

  private ArticleDesk desk(LibraryStage library) {
    return new ArticleDesk(open, library);
  }

  /** A library of three articles, one of which is the one that is there from the start. */
  private static LibraryStage library(Path folder, Article article) throws IOException {
    LibraryStage library = new LibraryStage(folder);
    library.write("article.json", article);
    library.write(
        "bridge.txt",
        "Bridge opens after ten years",
        "The mayor opened the bridge over the river on Monday.",
        "Hundreds of people walked across it in the rain.");
    library.write(
        "museum.json",
        Fixtures.article(
            "H:Museum shows lost paintings / The director found the paintings in a cellar. /"
                + " C:The director, Ada Novak, in front of a painting @https://example.org/ada.jpg"));
    library.date("museum.json", "bridge.txt", "article.json");
    return library;
  }

  private void start() {
    BotSettings settings =
        new BotSettings(
            BotServer.parse(telegram.url()),
            Duration.ofSeconds(2),
            Duration.ofHours(1),
            100,
            100,
            30,
            new StoreLocation.Folder(folder),
            null);
    bot =
        new TelegramBot(
            new BotToken(LiveBot.TOKEN),
            settings,
            articles(),
            library == null ? null : new Editing(Set.of(READER), desk(library)),
            new SimpleMeterRegistry());
    LiveBot.run(bot);
  }

  @Override
  public void close() {
    bot.close();
    telegram.close();
  }

  /** What of the bot's Telegram refused; a poll that another ended is none of it. */
  List<String> refused() {
    return telegram
        .calls(
            call -> !call.response().path("ok").asBoolean() && !call.method().equals("getupdates"))
        .stream()
        .map(call -> call.method() + ": " + call.response())
        .toList();
  }

  /** Does what a line says; the lines that the readers see then. */
  List<String> act(String line) throws Exception {
    switch (line) {
      case "(The bot is restarted.)" -> {
        bot.close();
        start();
        return List.of();
      }
      case "(The library is looked through.)" -> {
        update();
        return List.of();
      }
      case "(The museum’s article is changed.)" -> {
        library.write("museum.json", Fixtures.article("H:Museum shows nothing / It is closed."));
        update();
        return List.of();
      }
      case "(The article is changed.)" -> {
        bot.close();
        article =
            new Article(
                article.metadata(), article.passages().subList(0, article.passages().size() - 1));
        start();
        return List.of();
      }
      default -> {
        Matcher act = ACT.matcher(line);
        if (!act.matches()) {
          throw new AssertionError("nobody knows how to play: " + line);
        }
        return act(act);
      }
    }
  }

  private List<String> act(Matcher act) throws Exception {
    long who = act.group("who").equals("Reader") ? READER : ANOTHER;
    String what = act.group("what") == null ? "" : act.group("what").strip();
    String text = act.group("text") == null ? "" : act.group("text");
    ObjectNode message = written(who, text);
    if (what.equals("presses")) {
      return press(who, text);
    }
    if (what.equals("types")) {
      return type(who, text);
    }
    if (what.equals("calls from elsewhere")) {
      return callFromElsewhere(message);
    }
    if (what.equals("sends a voice message")) {
      message.remove("text");
      message.putObject("voice").put("file_id", "v").put("file_unique_id", "v").put("duration", 3);
    }
    if (what.startsWith("sends a file ")) {
      String name = what.substring("sends a file ".length());
      telegram.keepFile(name, text.replace(" / ", "\n\n").getBytes(StandardCharsets.UTF_8));
      message.remove("text");
      message
          .putObject("document")
          .put("file_id", name)
          .put("file_unique_id", name)
          .put("file_name", name)
          .put("file_size", text.length());
    }
    if (what.equals("sends a photo")) {
      message.remove("text");
      message.put("caption", text);
      message
          .putArray("photo")
          .addObject()
          .put("file_id", "p")
          .put("file_unique_id", "p")
          .put("width", 1)
          .put("height", 1);
    }
    if (what.startsWith("replies")) {
      message.set("reply_to_message", telegram.chats().newest(chat(), each -> true).orElseThrow());
      if (act.group("quoted") != null) {
        message.putObject("quote").put("text", act.group("quoted")).put("position", 0);
      }
    }
    if (what.equals("edits that")) {
      message.put("message_id", asked).put("edit_date", message.path("date").asInt());
      return block("Bot:", ScreenText.of(awaitAfter("edited_message", message)));
    }
    List<String> seen = say(message);
    asked = message.path("message_id").asInt();
    return seen;
  }

  /** The bot's message that follows upon what a reader does to one. */
  private JsonNode awaitAfter(String kind, ObjectNode message) throws InterruptedException {
    int newest =
        telegram.chats().newest(chat(), each -> true).orElseThrow().path("message_id").asInt();
    telegram.update(kind, message);
    return awaitNewest(newest);
  }

  private long chat() {
    return inGroup ? GROUP : READER;
  }

  private ObjectNode written(long who, String text) {
    ObjectNode message =
        TelegramStandIn.written(inGroup ? "supergroup" : "private", chat(), text, Duration.ZERO);
    message.set("from", user(who));
    int mention = text.indexOf("@" + LoopbackTelegram.BOT_NAME);
    if (mention >= 0) {
      message
          .putArray("entities")
          .addObject()
          .put("type", "mention")
          .put("offset", mention)
          .put("length", LoopbackTelegram.BOT_NAME.length() + 1);
    }
    return message;
  }

  private ObjectNode user(long id) {
    return Fixtures.JSON
        .createObjectNode()
        .put("id", id)
        .put("is_bot", false)
        .put("first_name", "R")
        .put("language_code", language);
  }

  private List<String> say(ObjectNode message) throws Exception {
    int before = telegram.messages().size();
    telegram.say(message);
    if (telegram.awaitMessages(before + 1, PATIENCE).size() == before) {
      throw new AssertionError("the bot says nothing to " + message);
    }
    return block("Bot:", ScreenText.of(awaitNewest(message.path("message_id").asInt())));
  }

  /** The bot's message in the chat that is newer than one of a reader's. */
  private JsonNode awaitNewest(int than) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode newest = telegram.chats().newest(chat(), each -> true).orElse(null);
      if (newest != null && newest.path("message_id").asInt() > than) {
        return newest;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no answer stands in the chat");
  }

  private List<String> press(long who, String label) throws Exception {
    ObjectNode message =
        telegram
            .chats()
            .newest(chat(), each -> button(each, label).isPresent())
            .orElseThrow(() -> new AssertionError("there is no button " + label));
    JsonNode button = button(message, label).orElseThrow();
    if (button.has("copy_text")) {
      return block(
          "On the clipboard:", button.path("copy_text").path("text").asText().lines().toList());
    }
    if (button.has("switch_inline_query")) {
      return block(
          "In the chat that the reader chooses, typed already:",
          List.of(
              "@" + LoopbackTelegram.BOT_NAME + " " + button.path("switch_inline_query").asText()));
    }
    String id = "press-" + ++queries;
    ObjectNode query = Fixtures.JSON.createObjectNode().put("id", id).put("chat_instance", "c");
    query.set("from", user(who));
    query.set("message", message);
    query.put("data", button.path("callback_data").asText());
    String edit = edit(message);
    int edits = telegram.calls(edit).size();
    telegram.query("callback_query", id, query);
    JsonNode notice = answerTo("answerCallbackQuery", "callback_query_id", id);
    if (notice.has("text")) {
      return block("At the button:", List.of(notice.path("text").asText()));
    }
    telegram.await(edit, edits + 1, PATIENCE);
    JsonNode changed = telegram.chats().get(message.path("message_id").asInt());
    return block("Bot changes that message:", ScreenText.of(changed));
  }

  private static String edit(JsonNode message) {
    if (message.has("text")) {
      return "editMessageText";
    }
    boolean isMap = SentPicture.isPhoto(message.at("/photo/0/file_id").asText());
    return isMap || message.has("document") ? "editMessageMedia" : "editMessageCaption";
  }

  private static Optional<JsonNode> button(JsonNode message, String label) {
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("text").asText().equals(label)) {
          return Optional.of(button);
        }
      }
    }
    return Optional.empty();
  }

  private JsonNode answerTo(String method, String field, String id) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (LoopbackTelegram.Call call : telegram.calls(method)) {
        if (call.request().path(field).asText().equals(id)) {
          return call.request();
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError(method + " is not called for " + id);
  }

  private List<String> type(long who, String text) throws Exception {
    String id = "typed-" + ++queries;
    ObjectNode query =
        Fixtures.JSON.createObjectNode().put("id", id).put("query", text).put("offset", "");
    query.set("from", user(who));
    telegram.query("inline_query", id, query);
    JsonNode answer = answerTo("answerInlineQuery", "inline_query_id", id);
    List<String> lines = new ArrayList<>();
    for (JsonNode result : answer.path("results")) {
      lines.add(result.path("title").asText());
      JsonNode content = result.path("input_message_content");
      ScreenText.styled(content.path("message_text").asText(), content.path("entities"))
          .lines()
          .forEach(line -> lines.add("  " + line));
    }
    if (answer.has("button")) {
      lines.add("[" + answer.path("button").path("text").asText() + "]");
    }
    boolean personal = answer.path("is_personal").asBoolean();
    return block(
        personal ? "Results, for this reader alone:" : "Results, the same for everybody:", lines);
  }

  private List<String> callFromElsewhere(ObjectNode message) throws Exception {
    String id = "guest-" + ++queries;
    message.put("message_id", 5).put("guest_query_id", id);
    telegram.query("guest_message", id, message);
    JsonNode content =
        answerTo("answerGuestQuery", "guest_query_id", id)
            .path("result")
            .path("input_message_content");
    return block(
        "Bot, as a guest:",
        ScreenText.styled(content.path("message_text").asText(), content.path("entities"))
            .lines()
            .toList());
  }

  private static List<String> block(String head, List<String> lines) {
    List<String> block = new ArrayList<>(List.of(head));
    lines.forEach(line -> block.add(line.isEmpty() ? "" : "  " + line));
    return block;
  }
}
