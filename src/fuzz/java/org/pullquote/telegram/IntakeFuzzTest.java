package org.pullquote.telegram;

import org.pullquote.telegram.dialogue.CallbackData;
import org.pullquote.telegram.intake.PollRequest;
import org.pullquote.telegram.intake.Poller;
import org.pullquote.telegram.intake.RawUpdate;
import org.pullquote.telegram.dialogue.TelegramRenderer;
import org.pullquote.telegram.intake.WebhookServer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.pullquote.Executions;
import org.pullquote.Fixtures;
import org.pullquote.chat.Page;
import org.pullquote.chat.ReplyText;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Whatever comes in: each update is read, or put aside with its id and the reason; none is lost,
 * none holds up the others, and each that was kept ends once.
 */
class IntakeFuzzTest {

  @AfterAll
  static void printExecutions() {
    Executions.print();
  }

  /** What answers {@code getUpdates}, byte by byte. */
  @FuzzTest
  void pollAnswer(byte[] bytes) throws Exception {
    Executions.count("pollAnswer");
    String answer = new String(bytes, StandardCharsets.UTF_8);
    List<RawUpdate> updates;
    try {
      updates = new PollRequest(0, PollRequest.MOST_UPDATES, 0).deserializeResponse(answer);
    } catch (TelegramApiRequestException e) {
      Require.that(!isTrue(json(answer).path("ok")), "an answer is read if it is one");
      return;
    }
    List<JsonNode> expected = new ArrayList<>();
    json(answer).path("result").forEach(expected::add);
    Require.that(updates.size() == expected.size(), "as many as there were");
    for (int i = 0; i < updates.size(); i++) {
      RawUpdate update = updates.get(i);
      Require.that(update.id() == expected.get(i).path("update_id").asLong(), "in their order");
    }
    take(updates);
  }

  /** What is brought to the webhook, byte by byte. */
  @FuzzTest
  void webhookBody(byte[] bytes) throws Exception {
    Executions.count("webhookBody");
    String body = new String(bytes, StandardCharsets.UTF_8);
    Optional<RawUpdate> update = WebhookServer.read(body);
    JsonNode id = json(body).path("update_id");
    if (id.isInt() && id.intValue() > 0) {
      Require.that(update.isPresent() && update.get().id() == id.intValue(), "an update is taken");
    } else if (json(body).isMissingNode() && Server.ID.matcher(body).lookingAt()) {
      Require.that(update.isPresent(), "what is no JSON is taken, if it has an id");
    }
    take(update.stream().toList());
  }

  /** Messages, as Telegram might send them on a bad day, polled from a server that keeps them. */
  @FuzzTest
  void madeUpUpdates(FuzzedDataProvider data) throws Exception {
    Executions.count("madeUpUpdates");
    FuzzedJson json = new FuzzedJson(data);
    poll(json.updates(json::messageOrOther));
  }

  /**
   * Presses of buttons that the bot never showed: each is told so at the button, and changes no
   * message.
   */
  @FuzzTest
  void callbackQueries(FuzzedDataProvider data) throws Exception {
    Executions.count("callbackQueries");
    FuzzedJson json = new FuzzedJson(data);
    List<JsonNode> said = poll(json.updates(json::callbackQuery));
    Require.that(said.isEmpty(), "no message changes");
  }

  /** What a button sends back: it is ours, to the letter, or nothing; and never breaks a page. */
  @FuzzTest
  void callbackData(@NotNull String data) {
    Executions.count("callbackData");
    CallbackData.decode(data).ifPresent(read -> {
      Require.that(read.encode().equals(data), "what is read is what was sent");
      if (read.action() instanceof CallbackData.Turn(Page page)) {
        FuzzedBot.page(page).ifPresent(reply -> {
          ReplyText text = ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT);
          text.requireVerbatim(text.text());
        });
      }
    });
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.asBoolean();
  }

  private static JsonNode json(String text) {
    try {
      return Fixtures.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return Fixtures.JSON.missingNode();
    }
  }

  private static void take(List<RawUpdate> updates) throws Exception {
    try (FuzzedBot bot = new FuzzedBot()) {
      bot.accept(updates);
      bot.requireAllEnded();
    }
  }

  private static List<JsonNode> poll(List<String> updates) throws Exception {
    try (FuzzedBot bot = new FuzzedBot()) {
      Server server = new Server(updates);
      Poller poller = bot.poller(server);
      server.poller = poller;
      poller.run();
      Require.that(server.waiting.isEmpty(), "an update holds up the others");
      bot.requireTaken(updates.stream().map(Server::id).toList());
      return bot.requireAllEnded();
    }
  }

  /** Keeps updates until they are confirmed, as Telegram does, and ends the poller after that. */
  private static final class Server implements FuzzedBot.Server {
    private static final Pattern ID = Pattern.compile("\\{\"update_id\":(\\d{1,18})");

    private final Deque<String> waiting;
    private int patience;
    private Poller poller;

    Server(List<String> updates) {
      waiting = new ArrayDeque<>(updates);
      // Each may cost a poll that fails, one that isolates it and one that goes on.
      patience = 4 * updates.size() + 4;
    }

    static long id(String update) {
      Matcher id = ID.matcher(update);
      Require.that(id.lookingAt(), "an update has an id");
      return Long.parseLong(id.group(1));
    }

    @Override
    public List<RawUpdate> answer(BotApiMethod<?> request) throws TelegramApiException {
      PollRequest poll = (PollRequest) request;
      Long offset = poll.offset();
      while (offset != null && !waiting.isEmpty() && id(waiting.peek()) < offset) {
        waiting.remove();
      }
      if (waiting.isEmpty() || patience-- == 0) {
        poller.close();
        return new ArrayList<>();
      }
      List<String> batch = waiting.stream().limit(poll.limit()).toList();
      return poll.deserializeResponse("{\"ok\":true,\"result\":[" + String.join(",", batch) + "]}");
    }
  }
}
