package org.pullquote.telegram;

import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.dialogue.UpdateHandler;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.pullquote.Executions;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answerer;
import org.pullquote.telegram.delivery.BotMetrics.Said;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.pullquote.telegram.dialogue.UpdateHandler.Answered;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Whatever is asked, the reply is one that Telegram takes, and never an excuse. An input is a
 * conversation, a message in each line. It is UTF-8, and as that cannot write half a character,
 * {@code \}{@code uXXXX} stands for a code unit. What names the bot is asked in a group, and the
 * rest in a private chat.
 */
class QuestionFuzzTest {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final String MENTION = "@" + FuzzedBot.NAME;

  private static final Answerer BY_WORDS = FuzzedBot.byWords(Fixtures.ARTICLE);

  @AfterAll
  static void printExecutions() {
    Executions.print();
  }

  /** By words alone, many a second. */
  @FuzzTest
  void byWords(byte[] bytes) throws Exception {
    Executions.count("byWords");
    converse(BY_WORDS, bytes);
  }

  /** With the model, as the bot is delivered. */
  @FuzzTest
  void byMeaning(byte[] bytes) throws Exception {
    Executions.count("byMeaning");
    converse(Meaning.ANSWERER, bytes);
  }

  /** Made when it is needed. */
  private static final class Meaning {
    static final Answerer ANSWERER = Fixtures.answerer(Fixtures.ARTICLE);
  }

  private static void converse(Answerer answerer, byte[] bytes) throws Exception {
    UpdateHandler handler = FuzzedBot.handler(answerer);
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      Written written = new Written(message(unescaped(line)), null);
      if (handler.isForBot(written)) {
        Answered answered = handler.answer(written);
        Require.that(answered.said() != Said.FAILURE, "an answer to any question");
        Require.sendable(StoredRequest.read(answered.reply().stored()).parameters());
      }
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(found -> {
          char unit = (char) Integer.parseInt(found.group(1), 16);
          return Matcher.quoteReplacement(String.valueOf(unit));
        });
  }

  private static Message message(String text) throws JsonProcessingException {
    boolean group = text.contains(MENTION);
    ObjectNode message = Fixtures.JSON.createObjectNode();
    message.put("message_id", 5).put("date", 1_700_000_000).put("text", text);
    message.putObject("chat").put("id", group ? -9 : 9).put("type", group ? "group" : "private");
    message.putObject("from").put("id", 7).put("is_bot", false).put("first_name", "R");
    ArrayNode entities = message.putArray("entities");
    Pattern.compile(Pattern.quote(MENTION))
        .matcher(text)
        .results()
        .forEach(at -> mark(entities, at));
    return Fixtures.JSON.treeToValue(message, Message.class);
  }

  private static void mark(ArrayNode entities, MatchResult at) {
    entities
        .addObject()
        .put("type", "mention")
        .put("offset", at.start())
        .put("length", at.end() - at.start());
  }
}
