package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pullquote.telegram.SendRules.Refusal;

/**
 * What Telegram takes besides messages: answers to presses, to what is typed and to who calls the
 * bot as a guest, each once; commands and descriptions.
 */
public final class CallRules {

  private static final int MOST_RESULTS = 50;
  private static final int ID_BYTES = 64;
  private static final int NOTICE_LIMIT = 200;
  private static final int MOST_COMMANDS = 100;

  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /** Begins to wait for the answer to a query. */
  void ask(String query) {
    open.add(query);
  }

  /** Whether a query was answered. */
  boolean isAnswered(String query) {
    return !open.contains(query);
  }

  public void check(String method, JsonNode request) throws Refusal {
    switch (method) {
      case "answercallbackquery" -> {
        require(request.path("text").asText().length() <= NOTICE_LIMIT, "MESSAGE_TOO_LONG");
        close(request.path("callback_query_id").asText());
      }
      case "answerinlinequery" -> {
        checkResults(request.path("results"));
        checkButton(request.path("button"));
        require(request.path("cache_time").asInt() >= 0, "CACHE_TIME_INVALID");
        close(request.path("inline_query_id").asText());
      }
      case "answerguestquery" -> {
        checkResult(request.path("result"));
        close(request.path("guest_query_id").asText());
      }
      case "setmycommands" -> checkCommands(request.path("commands"));
      case "setmydescription" ->
          require(request.path("description").asText().length() <= 512, "DESCRIPTION_TOO_LONG");
      case "setmyshortdescription" ->
          require(request.path("short_description").asText().length() <= 120, "ABOUT_TOO_LONG");
      default -> throw new Refusal(404, "Not Found: method not found");
    }
  }

  private static void require(boolean right, String fault) throws Refusal {
    if (!right) {
      throw new Refusal(400, "Bad Request: " + fault);
    }
  }

  private void close(String query) throws Refusal {
    require(
        open.remove(query), "query is too old and response timeout expired or query ID is invalid");
  }

  private static void checkResults(JsonNode results) throws Refusal {
    require(results.size() <= MOST_RESULTS, "RESULTS_TOO_MUCH");
    Set<String> ids = new HashSet<>();
    for (JsonNode result : results) {
      require(ids.add(result.path("id").asText()), "RESULT_ID_DUPLICATE");
      checkResult(result);
    }
  }

  /** https://core.telegram.org/bots/api#inlinequeryresultsbutton. */
  private static void checkButton(JsonNode button) throws Refusal {
    if (button.isObject()) {
      require(!button.path("text").asText().isBlank(), "SWITCH_PM_TEXT_EMPTY");
      require(
          button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}"),
          "START_PARAM_INVALID");
    }
  }

  private static void checkResult(JsonNode result) throws Refusal {
    int id = result.path("id").asText().getBytes(StandardCharsets.UTF_8).length;
    require(id >= 1 && id <= ID_BYTES, "RESULT_ID_INVALID");
    require(result.path("type").asText().equals("article"), "RESULT_TYPE_INVALID");
    require(!result.path("title").asText().isBlank(), "ARTICLE_TITLE_EMPTY");
    JsonNode content = result.path("input_message_content");
    SendRules.checkText(content.path("message_text").asText(), content.path("entities"));
    SendRules.checkButtons(result.path("reply_markup"));
  }

  private static void checkCommands(JsonNode commands) throws Refusal {
    require(commands.size() <= MOST_COMMANDS, "BOT_COMMANDS_TOO_MUCH");
    for (JsonNode command : commands) {
      require(command.path("command").asText().matches("[a-z0-9_]{1,32}"), "BOT_COMMAND_INVALID");
      int length = command.path("description").asText().length();
      require(length >= 1 && length <= 256, "BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }
}
