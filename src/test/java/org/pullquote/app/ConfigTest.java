package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.search.solr.SolrSettings;
import org.pullquote.store.StoreLocation;
import org.pullquote.store.StorePassword;
import org.pullquote.telegram.delivery.BotServer;
import org.pullquote.telegram.delivery.BotToken;

class ConfigTest {

  @TempDir Path home;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.createDirectories(home.resolve("elsewhere"));
  }

  private Config load(String yaml) throws IOException, UserException {
    Files.writeString(home.resolve("config/pullquote.yaml"), yaml);
    return Config.load(null, environment, home, home.resolve("elsewhere"));
  }

  private String fault(String yaml) {
    return assertThrows(UserException.class, () -> load(yaml)).getMessage();
  }

  @Test
  void hasADefaultForAllButTheToken() throws Exception {
    Config config = Config.load(null, environment, home, home);
    assertEquals(home.resolve("data/article.txt"), config.articleFile());
    assertEquals(home.resolve("state"), config.stateDir());
    assertEquals(AnswerPolicy.DEFAULT, config.answerPolicy());
    assertEquals(new BotServer("https", "api.telegram.org", 443), config.botServer());
    assertEquals(Optional.empty(), config.botToken());
  }

  @Test
  void theFileOfTheProjectSaysTheDefaultsAndAllOfThem() throws Exception {
    Path file = Path.of("config", "pullquote.yaml");
    Config shipped = Config.load(file, environment, home, home);
    Config defaults = Config.load(null, environment, home, home);
    assertEquals(defaults.articleFile(), shipped.articleFile());
    assertEquals(defaults.answerPolicy(), shipped.answerPolicy());
    assertEquals(defaults.botServer(), shipped.botServer());
    assertEquals(defaults.reads(), shipped.reads());
    assertEquals(defaults.botSettings(), shipped.botSettings());
    assertEquals(defaults.monitoringPort(), shipped.monitoringPort());
    assertEquals(defaults.logLevel(), shipped.logLevel());
    String text = Files.readString(file);
    for (Setting setting : Setting.values()) {
      String name = setting.key().substring(setting.key().indexOf('.') + 1);
      String indent = setting.key().contains(".") ? "  " : "";
      assertTrue(text.contains("\n" + indent + name + ":"), setting.key());
    }
  }

  @Test
  void keepsWhatMustSurviveInAFolderOrOnAServer() throws Exception {
    assertEquals(new StoreLocation.Folder(home.resolve("state")), load("").storeLocation());
    String yaml =
        "store:\n  url: jdbc:postgresql://db:5432/news?sslmode=verify-full\n  user: bot\n";
    assertEquals(server(""), load(yaml).storeLocation());
    Files.writeString(home.resolve("secret"), "from a file \r\n");
    String file = yaml + "  password-file: secret\n";
    assertEquals(server("from a file "), load(file).storeLocation());
    environment.put("PULLQUOTE_STORE_PASSWORD", "hunter2");
    Config config = load(file);
    assertEquals(server("hunter2"), config.storeLocation());
    assertEquals(List.of(), config.warnings());
    assertFalse(config.storeLocation().toString().contains("hunter2"));
    assertFalse(config.botSettings().toString().contains("hunter2"));
  }

  private static StoreLocation server(String password) {
    return new StoreLocation.Server(
        "jdbc:postgresql://db:5432/news?sslmode=verify-full", "bot", new StorePassword(password));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://bot:hunter2@db/news, without user:password@",
    "jdbc:postgresql://db/news?password=hunter2, without user:password@",
    "jdbc:postgresql://db/news?ssl=true&sslPassword=hunter2, without user:password@",
    "postgres://bot:hunter2@db/news, without user:password@",
    "jdbc:mysql://hunter2/news, jdbc:postgresql://host:port/database",
    "jdbc:postgresql://hunter2, jdbc:postgresql://host:port/database",
  })
  void refusesAWrongStoreAndRepeatsNoPassword(String url, String expected) throws Exception {
    String fault = fault("store:\n  url: " + url + "\n");
    assertTrue(fault.startsWith("config/pullquote.yaml, line 2: store.url must be"), fault);
    assertTrue(fault.contains(expected), fault);
    assertFalse(fault.contains("hunter2"), fault);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void defaultsAreRight(Setting setting) {
    if (setting.preset() != null) {
      assertEquals(Optional.empty(), setting.fault(setting.preset()));
    }
  }

  @Test
  void theEnvironmentWins() throws Exception {
    environment.put("PULLQUOTE_TELEGRAM_API_URL", "http://127.0.0.1:8081");
    environment.put("PULLQUOTE_STATE_DIR", "mine");
    environment.put("PULLQUOTE_ANSWER_MAX_QUOTES", " ");
    Config config =
        load(
            "telegram:\n  api-url: http://other:1\nstate:\n  dir: theirs\nanswer:\n  max-quotes: 1\n");
    assertEquals(new BotServer("http", "127.0.0.1", 8081), config.botServer());
    assertEquals(home.resolve("elsewhere/mine"), config.stateDir(), "from where the user is");
    assertEquals(1, config.answerPolicy().mostQuotes(), "an empty variable says nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'answer:\n  max-quotes: 9' | line 2: answer.max-quotes must be a whole number from 1 to 3, not \"9\"",
        "'answer:\n  max-quotes: many' | line 2: answer.max-quotes must be a whole number",
        "'answer:\n\n  closeness: 1.5' | line 3: answer.closeness must be a number from 0 to 1",
        "'telegram:\n  api-ulr: x' | line 2: there is no key \"telegram.api-ulr\"; the keys are article.file",
        "'telegram:\n  api-url: api.telegram.org' | line 2: telegram.api-url must be http(s)://host",
        "'telegrm:\n  api-url: x' | line 1: there is no key \"telegrm\"",
        "'gram:\n  api-url: x' | line 1: there is no key \"gram\"",
        "'log:\n  level: loud' | line 2: log.level must be one of error, warn, info, debug",
        "'log: loud' | line 1: expected \"key: value\" pairs here",
        "'log:\n  level: [info]' | line 2: log.level takes one value",
        "'log:\n  level: info\n bad' | line 3: ",
        "'- a' | line 1: expected \"key: value\" pairs here",
      })
  void namesTheLineThatIsWrong(String yaml, String message) {
    String said = fault(yaml);
    assertTrue(said.startsWith(Path.of("config", "pullquote.yaml") + ", " + message), said);
  }

  @Test
  void namesTheVariableThatIsWrong() {
    environment.put("PULLQUOTE_ANSWER_CONFIDENCE", "lots");
    assertEquals(
        "environment variable PULLQUOTE_ANSWER_CONFIDENCE must be a number from 0 to 1, not \"lots\"",
        fault(""));
  }

  @Test
  void toleratesEmptySectionsAndValues() throws Exception {
    Config config = load("# nothing\ntelegram:\nanswer:\n  closeness:\n");
    assertEquals(AnswerPolicy.DEFAULT, config.answerPolicy());
  }

  @Test
  void namesAFileThatIsNotThere() {
    UserException e =
        assertThrows(
            UserException.class,
            () -> Config.load(home.resolve("nope.yaml"), environment, home, home));
    assertEquals("nope.yaml: there is no such file", e.getMessage());
  }

  @Test
  void takesTheTokenFromTheEnvironmentOrAFile() throws Exception {
    Files.writeString(home.resolve("token"), "2:file\n");
    Config config = load("telegram:\n  token-file: token\n");
    assertEquals("2:file", config.botToken().map(BotToken::secret).orElseThrow());
    environment.put("TELEGRAM_BOT_TOKEN", "1:env");
    assertEquals("1:env", config.botToken().map(BotToken::secret).orElseThrow());
  }

  @Test
  void neverRepeatsATokenInAMessage() throws Exception {
    environment.put("TELEGRAM_BOT_TOKEN", "CANARY");
    Config config = load("");
    String said = assertThrows(UserException.class, config::botToken).getMessage();
    assertTrue(said.startsWith("environment variable TELEGRAM_BOT_TOKEN: this is no bot token"));
    assertFalse(said.contains("CANARY"));
    assertTrue(
        fault("telegram:\n  token: CANARY\n").contains("there is no key \"telegram.token\""));
    assertFalse(fault("telegram:\n  token: CANARY\n").contains("CANARY"));
  }

  @Test
  void keepsTheIndexOnAClusterWhereOneIsNamed() throws Exception {
    assertEquals(Optional.empty(), load("search: {zookeeper: 'zk:2181'}").solr());
    assertEquals(
        Optional.of(new SolrSettings("a:2181,b:2181/solr", "news", 3, 2)),
        load("search: {engine: solr, zookeeper: 'a:2181,b:2181/solr', collection: news, shards:"
                + " 3}")
            .solr());
    assertTrue(fault("search: {engine: solr}").contains("search.zookeeper"));
    assertTrue(fault("search: {engine: elastic}").contains("embedded, solr"));
    assertTrue(fault("search: {zookeeper: zk}").contains("host:port"));
    assertTrue(fault("search: {collection: a b}").contains("letters, digits"));
  }
}
