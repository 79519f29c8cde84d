package org.pullquote.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotServer;

/** What can be configured: each key with its default and with what makes a value right. */
enum Setting {
  ARTICLE_FILE("article.file", "data/article.txt", Type.PATH),
  ARTICLE_ALIASES_FILE("article.aliases-file", "config/aliases.txt", Type.PATH),
  LIBRARY_DIR("library.dir", "data", Type.PATH),
  LIBRARY_VECTORS("library.vectors", "on", new OneOf(List.of("on", "off"))),
  SEARCH_ENGINE("search.engine", "embedded", new OneOf(List.of("embedded", "solr"))),
  SEARCH_ZOOKEEPER("search.zookeeper", null, Type.ZOOKEEPER),
  SEARCH_COLLECTION("search.collection", "pullquote", Type.COLLECTION),
  SEARCH_SHARDS("search.shards", "1", new Whole(1, 64)),
  SEARCH_REPLICAS("search.replicas", "2", new Whole(1, 16)),
  LINKS_ALLOWED("links.allowed", "false", new OneOf(List.of("true", "false"))),
  STATE_DIR("state.dir", "state", Type.PATH),
  STORE_URL("store.url", null, new ServerUrl()),
  STORE_USER("store.user", "pullquote", Type.NAME),
  STORE_PASSWORD_FILE("store.password-file", null, Type.PATH),
  ANSWER_MAX_QUOTES(
      "answer.max-quotes",
      String.valueOf(AnswerPolicy.DEFAULT.mostQuotes()),
      new Whole(1, AnswerPolicy.MOST_QUOTES)),
  ANSWER_CLOSENESS(
      "answer.closeness", String.valueOf(AnswerPolicy.DEFAULT.closeness()), Type.SHARE),
  ANSWER_CONFIDENCE(
      "answer.confidence", String.valueOf(AnswerPolicy.DEFAULT.confidence()), Type.SHARE),
  READER("reader", "on", new OneOf(List.of("on", "off"))),
  TELEGRAM_TOKEN_FILE("telegram.token-file", null, Type.PATH),
  TELEGRAM_API_URL("telegram.api-url", "https://api.telegram.org", Type.SERVER),
  TELEGRAM_ADMINS("telegram.admins", null, Type.IDS),
  TELEGRAM_POLL_SECONDS("telegram.poll-seconds", "30", new Whole(0, 50)),
  TELEGRAM_MAX_AGE_MINUTES("telegram.max-age-minutes", "60", new Whole(1, 1440)),
  TELEGRAM_USER_MESSAGES_PER_MINUTE(
      "telegram.user-messages-per-minute", "30", new Whole(1, 10_000)),
  TELEGRAM_MESSAGES_PER_SECOND("telegram.messages-per-second", "30", new Whole(2, 1000)),
  TELEGRAM_QUEUE("telegram.queue", "1000", new Whole(1, 100_000)),
  TELEGRAM_WEBHOOK_URL("telegram.webhook-url", null, Type.HTTPS_URL),
  TELEGRAM_WEBHOOK_HOST("telegram.webhook-host", "127.0.0.1", Type.HOST),
  TELEGRAM_WEBHOOK_PORT("telegram.webhook-port", "8080", new Whole(0, 65_535)),
  MONITORING_PORT("monitoring.port", "9464", new Whole(0, 65_535)),
  LOG_LEVEL("log.level", "info", new OneOf(List.of("error", "warn", "info", "debug")));

  static final String VARIABLE_PREFIX = "PULLQUOTE_";

  /** Read by the launcher. */
  private static final String JAVA_OPTIONS_VARIABLE = "PULLQUOTE_JAVA_OPTIONS";

  /** A secret, and so without a key in the file. */
  static final String STORE_PASSWORD_VARIABLE = "PULLQUOTE_STORE_PASSWORD";

  private final String key;
  private final @Nullable String preset;
  private final Type type;

  Setting(String key, @Nullable String preset, Type type) {
    this.key = key;
    this.preset = preset;
    this.type = type;
  }

  /** The key in the configuration file, such as {@code telegram.api-url}. */
  String key() {
    return key;
  }

  /** The value where none is configured; null where there is none. */
  @Nullable String preset() {
    return preset;
  }

  /** The variable that overrides it, such as {@code PULLQUOTE_TELEGRAM_API_URL}. */
  String variable() {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What is wrong with a value, to stand after its key; empty where nothing is. */
  Optional<String> fault(String value) {
    return type.fault(value)
        .map(expected -> "must be " + expected + (type.repeats() ? ", not \"" + value + "\"" : ""));
  }

  boolean isPath() {
    return type.equals(Type.PATH);
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** Whether keys begin with that name and a dot. */
  static boolean isSection(String name) {
    return Arrays.stream(values()).anyMatch(setting -> setting.key.startsWith(name + "."));
  }

  /** Whether an environment variable sets anything, here or in the launcher. */
  static boolean isVariable(String name) {
    return name.equals(JAVA_OPTIONS_VARIABLE)
        || name.equals(STORE_PASSWORD_VARIABLE)
        || Arrays.stream(values()).anyMatch(setting -> setting.variable().equals(name));
  }

  static String keys() {
    return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
  }

  /** What a value has to be. */
  private interface Type {
    /** What was expected in place of {@code value}; empty where it is right. */
    Optional<String> fault(String value);

    /** Whether a message may repeat what is wrong. */
    default boolean repeats() {
      return true;
    }

    Type NAME = value -> when(value.isBlank(), "a name");
    Type PATH = value -> when(!isPathText(value), "a path");
    Type SHARE = value -> when(!isNumber(value, 0, 1), "a number from 0 to 1");
    Type IDS =
        value ->
            when(
                !value.matches("\\d{1,18}(\\s*,\\s*\\d{1,18})*"),
                "numeric ids of users with commas between");
    Type HOST = value -> when(!value.matches("[A-Za-z0-9.:_-]+"), "a host name or an address");
    Type ZOOKEEPER =
        value ->
            when(
                !value.matches(
                    "[A-Za-z0-9.-]+:\\d{1,5}(,[A-Za-z0-9.-]+:\\d{1,5})*(/[A-Za-z0-9._/-]*)?"),
                "host:port with commas between, and a /path at the end where Solr has one");
    Type COLLECTION =
        value ->
            when(
                !value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}"),
                "a name of letters, digits, - and _, 60 at the most");
    Type HTTPS_URL =
        value -> when(!value.matches("(?i)https://[^/?#@\\s]+(/[^?#\\s]*)?"), "https://host/path");
    Type SERVER =
        value -> {
          try {
            BotServer.parse(value);
            return Optional.empty();
          } catch (IllegalArgumentException e) {
            return Optional.of("http(s)://host or http(s)://host:port");
          }
        };
  }

  private record Whole(int least, int most) implements Type {
    @Override
    public Optional<String> fault(String value) {
      boolean whole = value.matches("-?\\d{1,9}") && isNumber(value, least, most);
      return when(!whole, "a whole number from " + least + " to " + most);
    }
  }

  /** May have a password in it, where it is wrong. */
  private record ServerUrl() implements Type {
    @Override
    public Optional<String> fault(String value) {
      return StoreLocation.Server.fault(value);
    }

    @Override
    public boolean repeats() {
      return false;
    }
  }

  private record OneOf(List<String> words) implements Type {
    @Override
    public Optional<String> fault(String value) {
      return when(!words.contains(value), "one of " + String.join(", ", words));
    }
  }

  private static boolean isPathText(String value) {
    try {
      return !Path.of(value).toString().isBlank();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isNumber(String value, double least, double most) {
    try {
      double number = Double.parseDouble(value);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Optional<String> when(boolean wrong, String expected) {
    return wrong ? Optional.of(expected) : Optional.empty();
  }
}
