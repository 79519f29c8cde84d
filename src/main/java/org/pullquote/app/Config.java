package org.pullquote.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.search.solr.SolrSettings;
import org.pullquote.store.StoreLocation;
import org.pullquote.store.StorePassword;
import org.pullquote.telegram.BotSettings;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The configuration: a file, overridden from the environment. What is wrong is named with its line
 * or variable before anything else happens.
 */
final class Config {

  private static final String TOKEN_VARIABLE = "TELEGRAM_BOT_TOKEN";

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Map<String, String> environment;
  private final Path home;
  private final Path workingDirectory;
  private final List<String> warnings = new ArrayList<>();

  private Config(Map<String, String> environment, Path home, Path workingDirectory) {
    this.environment = environment;
    this.home = home;
    this.workingDirectory = workingDirectory;
  }

  /**
   * Reads the configuration.
   *
   * @param file the file; null for {@code config/pullquote.yaml} of the project, if it is there
   * @param environment the environment variables
   * @param home the project's folder: relative paths in the file start there
   * @param workingDirectory relative paths in the environment start there
   * @throws UserException naming the line or the variable that is wrong
   */
  static Config load(
      @Nullable Path file, Map<String, String> environment, Path home, Path workingDirectory)
      throws UserException {
    Config config = new Config(environment, home, workingDirectory);
    Path standard = home.resolve("config").resolve("pullquote.yaml");
    if (file != null || Files.exists(standard)) {
      config.readFile(file != null ? file : standard);
    }
    config.readEnvironment();
    if (config.isSolr() && config.solr().isEmpty()) {
      throw new UserException(
          "search.engine is solr, so search.zookeeper must say where the cluster is: host:port");
    }
    return config;
  }

  private void readFile(Path file) throws UserException {
    String name = displayName(file);
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(name).build())
              .composeString(TextFiles.read(file, name));
      if (root.isPresent() && !isEmpty(root.get())) {
        readMapping(name, "", root.get());
      }
    } catch (MarkedYamlEngineException e) {
      throw new UserException(
          name + line(e.getProblemMark()) + ": " + String.valueOf(e.getProblem()).strip());
    } catch (YamlEngineException e) {
      throw new UserException(
          name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private String displayName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(home) ? home.relativize(absolute).toString() : file.toString();
  }

  private void readMapping(String name, String prefix, Node node) throws UserException {
    if (!(node instanceof MappingNode mapping)) {
      throw new UserException(
          name + line(node.getStartMark()) + ": expected \"key: value\" pairs here");
    }
    for (NodeTuple entry : mapping.getValue()) {
      Node keyNode = entry.getKeyNode();
      String key = prefix + (keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?");
      String where = name + line(keyNode.getStartMark()) + ": ";
      Optional<Setting> setting = Setting.ofKey(key);
      boolean section = Setting.isSection(key);
      if (setting.isPresent()) {
        readValue(where, setting.get(), entry.getValueNode());
      } else if (section && !isEmpty(entry.getValueNode())) {
        readMapping(name, key + ".", entry.getValueNode());
      } else if (!section) {
        throw new UserException(
            where + "there is no key \"" + key + "\"; the keys are " + Setting.keys());
      }
    }
  }

  private void readValue(String where, Setting setting, Node node) throws UserException {
    if (isEmpty(node)) {
      return;
    }
    if (!(node instanceof ScalarNode scalar)) {
      throw new UserException(where + setting.key() + " takes one value, not a list or a section");
    }
    if (values.containsKey(setting)) {
      throw new UserException(where + setting.key() + " stands here a second time");
    }
    put(where + setting.key(), setting, scalar.getValue());
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  private static String line(Optional<Mark> mark) {
    return mark.map(at -> ", line " + (at.getLine() + 1)).orElse("");
  }

  private void readEnvironment() throws UserException {
    for (String variable : environment.keySet()) {
      if (variable.startsWith(Setting.VARIABLE_PREFIX) && !Setting.isVariable(variable)) {
        warnings.add("environment variable " + variable + " sets nothing");
      }
    }
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null && !value.isBlank()) {
        String absolute =
            setting.isPath() ? workingDirectory.resolve(value).toString() : value.strip();
        put("environment variable " + setting.variable(), setting, absolute);
      }
    }
  }

  private void put(String where, Setting setting, String value) throws UserException {
    Optional<String> fault = setting.fault(value);
    if (fault.isPresent()) {
      throw new UserException(where + " " + fault.get());
    }
    values.put(setting, value);
  }

  private Optional<String> get(Setting setting) {
    return Optional.ofNullable(values.getOrDefault(setting, setting.preset()));
  }

  private String text(Setting setting) {
    return get(setting).orElseThrow();
  }

  /** What is no error and should be said, a line each. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The article to answer from. */
  Path articleFile() {
    return home.resolve(text(Setting.ARTICLE_FILE));
  }

  /**
   * Names that mean the same in every article, a list for each person, place or thing.
   *
   * @throws UserException if the file cannot be read, or a line names but one
   */
  List<List<String>> aliases() throws UserException {
    Path file = home.resolve(text(Setting.ARTICLE_ALIASES_FILE));
    if (!values.containsKey(Setting.ARTICLE_ALIASES_FILE) && !Files.exists(file)) {
      return List.of();
    }
    List<List<String>> aliases = new ArrayList<>();
    int number = 0;
    for (String line : TextFiles.read(file, displayName(file)).lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> names =
            Arrays.stream(line.split("\\|")).map(String::strip).filter(n -> !n.isEmpty()).toList();
        if (names.size() < 2) {
          throw new UserException(
              displayName(file) + ", line " + number + ": expected names with | between them");
        }
        aliases.add(names);
      }
    }
    return aliases;
  }

  /** The folder of the library's articles. */
  Path libraryDir() {
    return home.resolve(text(Setting.LIBRARY_DIR));
  }

  /** Whether the library's articles are found by what they mean, too. */
  boolean libraryVectors() {
    return text(Setting.LIBRARY_VECTORS).equals("on");
  }

  /** The cluster that the library's index is on; empty where it is on this machine. */
  Optional<SolrSettings> solr() {
    return isSolr()
        ? get(Setting.SEARCH_ZOOKEEPER)
            .map(zookeeper ->
                new SolrSettings(
                    zookeeper,
                    text(Setting.SEARCH_COLLECTION),
                    number(Setting.SEARCH_SHARDS),
                    number(Setting.SEARCH_REPLICAS)))
        : Optional.empty();
  }

  private boolean isSolr() {
    return text(Setting.SEARCH_ENGINE).equals("solr");
  }

  /** Whether links may be followed. */
  boolean allowsLinks() {
    return Boolean.parseBoolean(text(Setting.LINKS_ALLOWED));
  }

  /** The folder for all that the program writes. */
  Path stateDir() {
    return home.resolve(text(Setting.STATE_DIR));
  }

  /**
   * Where what must survive a crash is kept: on a server where one is named, else in the folder.
   *
   * @throws UserException if the file of the password cannot be read
   */
  StoreLocation storeLocation() throws UserException {
    Optional<String> url = get(Setting.STORE_URL);
    return url.isEmpty()
        ? new StoreLocation.Folder(stateDir())
        : new StoreLocation.Server(url.get(), text(Setting.STORE_USER), storePassword());
  }

  /** From the environment, else from a file; empty where there is neither. */
  private StorePassword storePassword() throws UserException {
    String variable = environment.get(Setting.STORE_PASSWORD_VARIABLE);
    Optional<Path> file = get(Setting.STORE_PASSWORD_FILE).map(home::resolve);
    if (variable != null && !variable.isEmpty()) {
      return new StorePassword(variable);
    }
    if (file.isEmpty()) {
      return new StorePassword("");
    }
    String where =
        displayName(file.get())
            + ", the file of the store's password ("
            + Setting.STORE_PASSWORD_FILE.key()
            + ")";
    return new StorePassword(TextFiles.read(file.get(), where).replaceFirst("\\R$", ""));
  }

  AnswerPolicy answerPolicy() {
    return new AnswerPolicy(
        Integer.parseInt(text(Setting.ANSWER_MAX_QUOTES)),
        Double.parseDouble(text(Setting.ANSWER_CLOSENESS)),
        Double.parseDouble(text(Setting.ANSWER_CONFIDENCE)),
        AnswerPolicy.DEFAULT.closestConfidence());
  }

  /** Whether the likeliest passages are read together with the question. */
  boolean reads() {
    return text(Setting.READER).equals("on");
  }

  /** The numeric ids of the users who may add articles. */
  Set<Long> admins() {
    return get(Setting.TELEGRAM_ADMINS).stream()
        .flatMap(ids -> Arrays.stream(ids.split(",")))
        .map(id -> Long.valueOf(id.strip()))
        .collect(Collectors.toUnmodifiableSet());
  }

  BotServer botServer() {
    return BotServer.parse(text(Setting.TELEGRAM_API_URL));
  }

  BotSettings botSettings() throws UserException {
    return new BotSettings(
        botServer(),
        Duration.ofSeconds(number(Setting.TELEGRAM_POLL_SECONDS)),
        Duration.ofMinutes(number(Setting.TELEGRAM_MAX_AGE_MINUTES)),
        number(Setting.TELEGRAM_USER_MESSAGES_PER_MINUTE),
        number(Setting.TELEGRAM_QUEUE),
        number(Setting.TELEGRAM_MESSAGES_PER_SECOND),
        storeLocation(),
        webhookUrl().map(this::webhook).orElse(null));
  }

  private BotSettings.Webhook webhook(URI url) {
    return new BotSettings.Webhook(
        url, text(Setting.TELEGRAM_WEBHOOK_HOST), number(Setting.TELEGRAM_WEBHOOK_PORT));
  }

  /** Where Telegram brings updates; empty where they are fetched. */
  Optional<URI> webhookUrl() {
    return get(Setting.TELEGRAM_WEBHOOK_URL).map(URI::create);
  }

  /** The port of health and metrics, 0 for none. */
  int monitoringPort() {
    return number(Setting.MONITORING_PORT);
  }

  private int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** One of error, warn, info, debug. */
  String logLevel() {
    return text(Setting.LOG_LEVEL);
  }

  /**
   * The bot's token, from the environment, else from the file that the configuration names.
   *
   * @throws UserException if there is one and it is not a token, or its file cannot be read
   */
  Optional<BotToken> botToken() throws UserException {
    String variable = environment.get(TOKEN_VARIABLE);
    if (variable != null && !variable.isBlank()) {
      return Optional.of(token("environment variable " + TOKEN_VARIABLE, variable));
    }
    Optional<Path> file = get(Setting.TELEGRAM_TOKEN_FILE).map(home::resolve);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String name = displayName(file.get());
    String where = name + ", the file of the bot token (" + Setting.TELEGRAM_TOKEN_FILE.key() + ")";
    return Optional.of(token(name, TextFiles.read(file.get(), where)));
  }

  /** Whether there is a token that looks like one. */
  boolean hasBotToken() {
    return secret().isPresent();
  }

  /** The token, if there is one that can be used: to keep it out of the log. */
  Optional<BotToken> secret() {
    try {
      return botToken();
    } catch (UserException e) {
      // Said by the commands that need it.
      return Optional.empty();
    }
  }

  private static BotToken token(String where, String secret) throws UserException {
    try {
      return new BotToken(secret);
    } catch (IllegalArgumentException e) {
      throw new UserException(where + ": " + e.getMessage());
    }
  }
}
