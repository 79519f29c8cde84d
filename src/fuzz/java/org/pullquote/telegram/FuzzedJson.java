package org.pullquote.telegram;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Updates of the form that Telegram gives them, with something wrong here and there: fields that
 * are missing, twice there, of another type, huge, nested deep, or no JSON at all. Random bytes are
 * hardly ever JSON. What is left to no chance is that an update begins with its id: who breaks that
 * is not Telegram.
 */
final class FuzzedJson {

  /** A field in so many has something wrong. */
  private static final int SELDOM = 24;

  private static final int DEEPEST_REPLY = 3;
  private static final int LONGEST_TEXT = 60;

  private static final List<String> KINDS =
      List.of(
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_message",
          "guest_message",
          "inline_query",
          "my_chat_member",
          "poll",
          "no_such_kind");

  private static final List<String> TEXTS =
      List.of(
          "Who laid a wreath?",
          "/ask who met Kim Jong-un?",
          "@pullquote_bot who is he?",
          "Hey @pullquote_bot, where?",
          "/p1@pullquote_bot",
          "/start",
          "/ask@other_bot who?",
          "👋 @pullquote_bot who?");

  private static final List<String> FILES =
      List.of("voice", "photo", "sticker", "document", "location", "contact", "poll", "video");

  private static final List<String> WRONG =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e400",
          "2147483648",
          "-9223372036854775808",
          "99999999999999999999999",
          "\"\"",
          "\"7\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"id\": 1}");

  /** No JSON. */
  private static final List<String> BROKEN = List.of("\u0001", "nul", "\"", "{", "]", "NaN", "");

  private static final List<Integer> DEPTHS = List.of(10, 600, 1_100, 8_000);

  private final FuzzedDataProvider data;

  FuzzedJson(FuzzedDataProvider data) {
    this.data = data;
  }

  private boolean seldom() {
    return data.consumeInt(0, SELDOM) == 1;
  }

  private boolean often() {
    return !data.consumeBoolean();
  }

  /** The updates that wait on a server, by ascending ids. */
  List<String> updates(Supplier<String> content) {
    List<String> updates = new ArrayList<>();
    long id = data.consumeInt(1, Integer.MAX_VALUE - 1_000_000);
    int count = data.consumeInt(1, 12);
    for (int i = 0; i < count; i++) {
      updates.add(object("\"update_id\":" + id + ",", content.get()));
      id += data.consumeInt(1, 3);
    }
    return updates;
  }

  /** An update's message, most of the time. */
  String messageOrOther() {
    String kind = seldom() ? data.pickValue(KINDS) : "message";
    return field(kind, this::message);
  }

  /** A button that was pressed. */
  String callbackQuery() {
    return field(
        "callback_query",
        () ->
            object(
                field("id", () -> "\"77\""),
                field("from", this::user),
                field("chat_instance", () -> "\"1\""),
                field("data", () -> quoted(data.consumeString(80))),
                often() ? field("message", this::message) : "",
                often() ? "" : field("inline_message_id", () -> "\"i\"")));
  }

  private String message() {
    return message(0);
  }

  private String message(int depth) {
    String text = text();
    return object(
        field("message_id", () -> String.valueOf(data.consumeInt(1, 40))),
        field("date", this::date),
        field("chat", this::chat),
        often() ? field("from", this::user) : "",
        often() ? field("text", () -> quoted(text)) : file(),
        often() ? field("entities", () -> entities(text)) : "",
        often() ? "" : field("caption", () -> quoted(text)),
        often() ? "" : field("caption_entities", () -> entities(text)),
        often() ? "" : field("sender_chat", this::chat),
        often()
            ? ""
            : field("message_thread_id", this::number) + field("is_topic_message", () -> "true"),
        often()
            ? ""
            : field("direct_messages_topic", () -> object(field("topic_id", this::number))),
        often() || depth == DEEPEST_REPLY
            ? ""
            : field("reply_to_message", () -> message(depth + 1)));
  }

  /** Now, of late, or too late. */
  private String date() {
    long now = FuzzedBot.NOW.getEpochSecond();
    return String.valueOf(now - data.consumeInt(0, 2) * 3_000L);
  }

  private String chat() {
    String type = data.pickValue(List.of("private", "group", "supergroup", "channel", "odd"));
    return object(
        field("id", () -> String.valueOf(type.equals("private") ? 9 : -data.consumeInt(1, 3))),
        field("type", () -> quoted(type)));
  }

  private String user() {
    return object(
        field("id", () -> data.consumeBoolean() ? "4242" : "7"),
        field("is_bot", () -> String.valueOf(data.consumeInt(0, 9) == 1)),
        field("first_name", () -> quoted(data.consumeString(8))));
  }

  private String number() {
    return String.valueOf(often() ? data.consumeInt() : data.consumeLong());
  }

  private String text() {
    return often() ? data.pickValue(TEXTS) : data.consumeString(LONGEST_TEXT);
  }

  private String entities(String text) {
    int at = Math.max(0, text.indexOf("@pullquote_bot"));
    return "["
        + object(
            field("type", () -> quoted(data.pickValue(List.of("mention", "text_mention", "bold")))),
            field("offset", () -> String.valueOf(often() ? at : data.consumeInt(-1, 70))),
            field("length", () -> String.valueOf(often() ? 14 : data.consumeInt(-1, 70))),
            often() ? "" : field("user", this::user))
        + "]";
  }

  private String file() {
    String kind = data.pickValue(FILES);
    String file =
        "{\"file_id\":\"x\",\"file_unique_id\":\"y\",\"duration\":3,\"width\":1,\"height\":1,"
            + "\"latitude\":1.5,\"longitude\":2,\"phone_number\":\"1\",\"first_name\":\"F\"}";
    return field(kind, () -> kind.equals("photo") ? "[" + file + "]" : file);
  }

  /** A field of an object, with the comma after it. */
  private String field(String name, Supplier<String> value) {
    String right = quoted(name) + ":" + value.get() + ",";
    if (!seldom()) {
      return right;
    }
    return switch (data.consumeInt(0, 5)) {
      case 0 -> "";
      case 1 -> right + quoted(name) + ":" + data.pickValue(WRONG) + ",";
      case 2 -> quoted(name) + ":" + nested() + ",";
      case 3 -> quoted(name) + ":" + data.pickValue(BROKEN) + ",";
      case 4 -> quoted(name) + ":" + "9".repeat(data.pickValue(List.of(20, 400, 1_100))) + ",";
      default -> quoted(name) + ":" + data.pickValue(WRONG) + ",";
    };
  }

  private String nested() {
    int depth = data.pickValue(DEPTHS);
    return data.consumeBoolean()
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String object(String... fields) {
    String all = String.join("", fields);
    return "{" + (all.isEmpty() ? "" : all.substring(0, all.length() - 1)) + "}";
  }

  /** A string, half characters and all, some of it escaped. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
      json.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return json.append('"').toString();
  }
}
