package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.document.TestDocx;
import org.pullquote.document.TestPdf;
import org.pullquote.search.OnnxModel;
import org.pullquote.store.Rating;
import org.pullquote.store.SqlStore;

class MainTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return runWith(Map.of(), "", args);
  }

  private int runWith(Map<String, String> environment, String in, String... args) {
    Surroundings surroundings =
        new Surroundings(
            environment,
            Path.of("").toAbsolutePath(),
            folder,
            new StringReader(in),
            new PrintWriter(out),
            new PrintWriter(err));
    int status = Main.run(surroundings, args);
    surroundings.out().flush();
    surroundings.err().flush();
    return status;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void asks() {
    assertEquals(0, run("ask", "Who", "met", "Kim", "Jong-un,", "and where?"));
    assertTrue(
        out.toString().startsWith("> Sergei Shoigu meets Kim Jong-un in Pyongyang on Thursday\n"));
    assertEquals("", err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitcoin price?", "hello!", "How many cats live in Madrid?"})
  void saysByItsStatusThatTheArticleDoesNotSay(String question) {
    assertEquals(1, run("ask", question));
  }

  @Test
  void printsTheContractsJson() throws IOException {
    assertEquals(0, run("ask", "--json", "Who reported that military ties would intensify?"));
    JsonNode json = Fixtures.JSON.readTree(out.toString());
    assertTrue(json.path("answered").booleanValue());
    assertTrue(json.path("closest").isNull());
    assertEquals("The Telegraph", json.path("article").path("publisher").textValue());
    JsonNode first = json.path("passages").path(0);
    assertEquals("p8", first.path("id").textValue());
    assertEquals("paragraph", first.path("kind").textValue());
    assertEquals("Mr Shoigu", first.path("speaker").textValue());
    assertTrue(first.path("via").textValue().startsWith("NK News"));
    String text = Fixtures.ARTICLE.passage("p8").orElseThrow().text();
    assertEquals(
        text.substring(first.path("start").intValue(), first.path("end").intValue()),
        first.path("text").textValue());
    JsonNode highlight = first.path("highlights").path(0);
    assertTrue(highlight.path(0).intValue() < highlight.path(1).intValue());
  }

  @Test
  void printsTheClosestWhereItRefuses() throws IOException {
    assertEquals(1, run("ask", "--json", "When did Putin arrive in Pyongyang?"));
    JsonNode json = Fixtures.JSON.readTree(out.toString());
    assertFalse(json.path("answered").booleanValue());
    assertEquals(0, json.path("passages").size());
    assertTrue(json.path("closest").path("text").isTextual());
  }

  @Test
  void answersALineAtATimeWherePiped() {
    assertEquals(0, runWith(Map.of(), "Who laid a wreath?\nthanks\n", "chat"));
    assertTrue(out.toString().startsWith("> Russia’s defence minister laid a wreath"));
  }

  @Test
  void answersFromAnotherArticleBeforeOrAfterTheCommand() throws IOException {
    file("story.txt", "Bridge opens in the old town\n\nThe mayor opened the bridge on Monday.\n");
    file("story.metadata.json", "{\"publisher\": \"The Novy Times\"}");
    assertEquals(0, run("--article", "story.txt", "ask", "What did the mayor do on Monday?"));
    String before = out.toString();
    assertTrue(
        before.startsWith("> The mayor opened the bridge on Monday.\n¶ 1 · The Novy Times\n"));
    assertEquals(0, run("ask", "--article", "story.txt", "What did the mayor do on Monday?"));
    assertEquals(before + before, out.toString());
  }

  private int runWithLibrary(String... args) {
    return runWith(
        Map.of(
            "PULLQUOTE_LIBRARY_DIR", "library",
            "PULLQUOTE_LIBRARY_VECTORS", "off",
            "PULLQUOTE_STATE_DIR", "state"),
        "",
        args);
  }

  @Test
  void keepsALibrary() throws IOException {
    file("story.txt", "Bridge opens in the old town\n\nThe mayor opened the bridge on Monday.\n");
    file(
        "Other Story.txt", "Museum closes for good\n\nThe director closed the museum on Friday.\n");
    assertEquals(0, runWithLibrary("add", "story.txt", "Other Story.txt"), err::toString);
    assertTrue(out.toString().contains("added as other-story: "), out::toString);
    assertTrue(Files.exists(folder.resolve("library").resolve("story.json")));
    assertEquals(2, runWithLibrary("add", "story.txt"));
    assertTrue(err.toString().contains("story.json: is there already"), err::toString);

    out.getBuffer().setLength(0);
    assertEquals(0, runWithLibrary("articles"));
    assertTrue(out.toString().contains("story · Bridge opens in the old town · 2 passages\n"));

    out.getBuffer().setLength(0);
    assertEquals(0, runWithLibrary("--article", "story", "ask", "What did the mayor do?"));
    assertTrue(out.toString().startsWith("> The mayor opened the bridge on Monday.\n"));

    out.getBuffer().setLength(0);
    assertEquals(0, runWithLibrary("ask", "--all", "--json", "Who closed the museum?"));
    JsonNode passage = Fixtures.JSON.readTree(out.toString()).path("passages").path(0);
    assertEquals("other-story", passage.path("article").path("name").textValue());
    assertEquals("The director closed the museum on Friday.", passage.path("text").textValue());

    out.getBuffer().setLength(0);
    assertEquals(0, runWithLibrary("remove", "--yes", "story"));
    assertEquals(0, runWithLibrary("reindex"));
    assertEquals("removed: story\n1 articles\n", out.toString());
    assertEquals(2, runWithLibrary("remove", "--yes", "story"));
  }

  @Test
  void namesALibraryThatIsNotThereOrEmpty() throws IOException {
    assertEquals(2, runWithLibrary("articles"));
    assertTrue(err.toString().contains("there is no such folder (library.dir)"), err::toString);
    Files.createDirectories(folder.resolve("library"));
    assertEquals(2, runWithLibrary("ask", "--all", "Who?"));
    assertTrue(err.toString().contains("there are no articles"), err::toString);
  }

  @Test
  void readsABareListOfPassages() throws IOException {
    file(
        "p.json",
        "[{\"id\": \"c7\", \"kind\": \"caption\", \"text\": \"A bridge\", \"credit\": \"AP\"}]");
    assertEquals(0, run("ask", "--json", "--article", "p.json", "Who photographed the bridge?"));
    assertTrue(out.toString().contains("\"id\":\"c7\""));
  }

  @Test
  void showsWhatItReads() throws IOException {
    file("story.txt", "Bridge opens in the old town\n\nThe mayor opened it.\n\nLeave a Comment\n");
    assertEquals(0, run("read", "story.txt"));
    assertEquals(
        """
        story.txt: Bridge opens in the old town
          headline  Bridge opens in the old town
          p1  The mayor opened it.
          left out, line 5, a control of the page: Leave a Comment
        """,
        out.toString());
  }

  @Test
  void readsTheOtherFilesWhereOneIsBad() throws IOException {
    file("good.txt", "Bridge opens in the old town\n\nThe mayor opened it.\n");
    assertEquals(2, run("read", "nope.txt", "good.txt"));
    assertTrue(err.toString().contains("nope.txt: there is no such file"));
    assertTrue(out.toString().startsWith("good.txt: Bridge opens in the old town"));
  }

  @Test
  void readsAnyFileAsOneObjectALine() throws IOException {
    file("good.txt", "Bridge opens in the old town\n\nThe mayor opened it.\n");
    assertEquals(2, run("read", "--json", "nope.txt", "good.txt"));
    List<String> lines = out.toString().lines().toList();
    JsonNode error = Fixtures.JSON.readTree(lines.get(0));
    assertEquals("nope.txt", error.path("file").textValue());
    assertTrue(error.path("error").textValue().endsWith("nope.txt: there is no such file"));
    JsonNode json = Fixtures.JSON.readTree(lines.get(1));
    assertEquals("good.txt", json.path("file").textValue());
    assertEquals(2, json.path("passages").size());
    assertEquals(2, lines.size());
    assertEquals("", err.toString());
  }

  /** Whatever the format, it is read, asked about, and told of in the same way. */
  @ParameterizedTest
  @ValueSource(strings = {"story.md", "story.docx", "story.pdf", "story.html", "story.txt"})
  void readsAndAnswersFromEachFormat(String name) throws IOException {
    String headline = "Bridge opens in the old town";
    String first = "The mayor opened it on Monday.";
    Files.write(folder.resolve(name), story(name, headline, first));
    assertEquals(0, run("read", "--json", name));
    JsonNode json = Fixtures.JSON.readTree(out.toString());
    assertEquals(headline, json.path("title").textValue());
    assertEquals(first, json.path("passages").path(1).path("text").textValue());
    assertEquals(2, json.path("passages").size());
    assertEquals(0, run("ask", "--article", name, "Who opened the bridge?"));
    assertTrue(out.toString().contains("> " + first), out::toString);
  }

  private static byte[] story(String name, String headline, String first) {
    return switch (name.substring(name.indexOf('.'))) {
      case ".docx" -> new TestDocx().paragraph("Title", headline).paragraph(first).bytes();
      case ".pdf" ->
          new TestPdf()
              .line(TestPdf.LEFT, 110, 24, headline)
              .line(TestPdf.LEFT, 170, 11, first)
              .bytes();
      case ".md" -> ("# " + headline + "\n\n" + first).getBytes(StandardCharsets.UTF_8);
      case ".html" ->
          ("<h1>" + headline + "</h1><p>" + first + "</p>").getBytes(StandardCharsets.UTF_8);
      default -> (headline + "\n\n" + first).getBytes(StandardCharsets.UTF_8);
    };
  }

  @Test
  void refusesAGigabyteWithoutReadingIt() throws IOException {
    file("good.txt", "Bridge opens in the old town\n\nThe mayor opened it.\n");
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("big.pdf").toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    assertEquals(2, run("read", "big.pdf", "good.txt"));
    assertEquals(
        "pullquote: "
            + folder.resolve("big.pdf")
            + ": is larger than 16 MiB, which no article is\n",
        err.toString());
    assertTrue(out.toString().startsWith("good.txt: Bridge opens in the old town"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/", "http://localhost/", "http://2130706433/"})
  void reachesNothingOfThisMachineWhereLinksAreAllowed(String link) {
    assertEquals(2, runWith(Map.of("PULLQUOTE_LINKS_ALLOWED", "true"), "", "read", link));
    assertTrue(err.toString().startsWith("pullquote: " + link + ": "), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void readsItsOwnJsonAgain() throws IOException {
    file(
        "page.html",
        "<!doctype html><html lang=en><h1>Bridge opens</h1><p>The mayor opened it on a rainy day."
            + "<figure><img src='https://x.example/a.jpg'><figcaption>The mayor waves (Tom"
            + " Hill/AP)</figcaption></figure><p>Everybody came, the council said on Monday.");
    assertEquals(0, run("read", "--json", "page.html"));
    String first = out.toString();
    assertEquals(4, Fixtures.JSON.readTree(first).path("passages").size(), first);
    file("again.json", first);
    assertEquals(0, run("read", "--json", "again.json"));
    String second = out.toString().substring(first.length());
    JsonNode again = Fixtures.JSON.readTree(second);
    for (String field : List.of("title", "authors", "language", "passages")) {
      assertEquals(Fixtures.JSON.readTree(first).path(field), again.path(field));
    }
    assertTrue(second.contains("\"image\":\"https://x.example/a.jpg\""), second);
  }

  @Test
  void evaluates() throws IOException {
    file(
        "q.jsonl",
        "{\"question\": \"Who laid a wreath?\", \"kind\": \"k\", \"relevant\": [\"c3\"],"
            + " \"answer\": [], \"answerable\": true}\n");
    assertEquals(0, run("eval", "--questions", "q.jsonl", "--json"));
    String last = out.toString().lines().reduce((a, b) -> b).orElseThrow();
    assertEquals(1.0, Fixtures.JSON.readTree(last).path("recall_at_1").doubleValue());
  }

  /** The program's own reader under another name: what is fitted is the same. */
  @Test
  void fitsToWhatOtherReadersRead() throws IOException {
    try (InputStream reader = OnnxModel.class.getResourceAsStream("reader.onnx")) {
      Files.copy(reader, folder.resolve("r.onnx"));
    }
    file(
        "q.json",
        """
        {"data": [{"title": "t", "paragraphs": [
          {"context": "The mayor opened the bridge on Monday.", "qas": [
            {"question": "Who opened the bridge?", "answers": [{"text": "The mayor", "answer_start": 0}]},
            {"question": "Who burnt the castle?", "is_impossible": true, "answers": []}]},
          {"context": "Nobody else came to town.", "qas": []}]}]}
        """);
    assertEquals(0, run("train", "--out", "own.json", "q.json"));
    assertEquals(0, run("train", "--readers", "r.onnx,r.onnx", "--out", "other.json", "q.json"));
    assertEquals(
        Files.readString(folder.resolve("own.json")),
        Files.readString(folder.resolve("other.json")).replace("--readers r.onnx,r.onnx ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask --article nope.txt x | nope.txt: there is no such file",
        "ask --article . x | is a folder; name a file",
        "ask --article page.html x | page.html: there is no article on the page",
        "ask --article bad.json x | bad.json, line 2: not JSON",
        "ask --article latin.txt x | latin.txt: is not UTF-8 text",
        "ask --article empty.txt x | empty.txt: the text is empty",
        "ask --article named.txt x | named.metadata.json: \"authors\" must be a list",
        "eval | eval needs --questions, --dialogues, --squad or --pages",
        "read https://novy.example/x | https://novy.example/x: links are not followed; save the page",
        "read file:///etc/passwd | file:///etc/passwd: links are not followed",
        "eval --pages nope | nope: is not a folder that can be read",
        "eval --pages empty | has no file NAME.html or NAME.html.gz",
        "eval --questions empty.txt | empty.txt: the file is empty",
        "eval --questions bad.json | bad.json, line 1: not JSON",
        "train --readers nope.onnx bad.json | nope.onnx: there is no such file",
        "train --readers bad.json bad.json | bad.json: is no reader that runs here",
        "train --words-only --readers bad.json bad.json | --readers: nothing is read where",
        "bot | there is no bot token",
        "ask --config nope.yaml x | nope.yaml: there is no such file",
      })
  void saysInOneLineWhatIsWrongAndWhere(String line, String message) throws IOException {
    file("page.html", "<!doctype html><nav>x</nav>");
    file("bad.json", "[\n{\"id\": }]");
    Files.createDirectory(folder.resolve("empty"));
    file("empty.txt", "");
    file("named.txt", "Bridge opens in the old town\n\nThe mayor opened it.\n");
    file("named.metadata.json", "{\"authors\": \"Jane\"}");
    Files.write(folder.resolve("latin.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(2, run(line.split(" ")));
    assertTrue(err.toString().startsWith("pullquote: "), err::toString);
    assertTrue(err.toString().contains(message), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void answersWithoutATokenThatItDoesNotNeed() {
    assertEquals(
        0, runWith(Map.of("TELEGRAM_BOT_TOKEN", "garbage"), "", "ask", "Who laid a wreath?"));
    assertEquals(2, runWith(Map.of("TELEGRAM_BOT_TOKEN", "garbage"), "", "bot"));
    assertEquals(2, runWith(Map.of("TELEGRAM_BOT_TOKEN", "garbage"), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "PULLQUOTE_TELEGRAM_TOKEN_FILE, 123456:SECRETX",
    "PULLQUOTE_TELEGRAM_API_URL, https://api.telegram.org/bot123:SECRETX",
  })
  void neverRepeatsATokenThatIsInTheWrongPlace(String variable, String value) {
    assertEquals(2, runWith(Map.of(variable, value), "", "bot"));
    assertFalse(err.toString().contains("SECRETX"), err::toString);
    assertTrue(err.toString().contains("(bot token)"), err::toString);
  }

  @Test
  void saysWhichVariableSetsNothing() {
    assertEquals(
        0, runWith(Map.of("PULLQUOTE_ANSWER_MAXQUOTES", "2"), "", "ask", "Who laid a wreath?"));
    assertEquals(
        "pullquote: environment variable PULLQUOTE_ANSWER_MAXQUOTES sets nothing\n",
        err.toString());
  }

  @Test
  void readsPastedTextThatBeginsWithABracket() throws IOException {
    file("story.txt", "\ufeff[UPDATE] Bridge opens in town\n\nThe mayor opened it.\n");
    assertEquals(0, run("ask", "--article", "story.txt", "Who opened it, the mayor?"));
  }

  @Test
  void addsMetadataToAnArticleThatHasNone() throws IOException {
    file(
        "o.json",
        "{\"passages\": [{\"id\": \"p1\", \"kind\": \"paragraph\", \"text\": \"The mayor won.\"}]}");
    file("o.metadata.json", "{\"publisher\": \"The Novy Times\"}");
    assertEquals(0, run("ask", "--article", "o.json", "Who won, the mayor?"));
    assertTrue(out.toString().contains("¶ 1 · The Novy Times"), out::toString);
  }

  @Test
  void refusesAnEmptyQuestion() {
    assertEquals(2, run("ask", " "));
    assertEquals("pullquote: the question is empty\n", err.toString());
  }

  @Test
  void answersCommandsByAskToo() {
    assertEquals(0, run("ask", "/article"));
    assertTrue(out.toString().contains("Passages: 20"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "ask --help", "eval --help", "bot --help", "chat --help", "help read"})
  void teaches(String line) {
    assertEquals(0, run(line.split(" ")));
    assertTrue(out.toString().contains("Usage: pullquote"), out::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "ask", "ask --loud x"})
  void refusesWhatItDoesNotKnow(String line) {
    assertEquals(2, run(line.split(" ")));
  }

  /** What readers liked about another article would name the wrong passages. */
  @ParameterizedTest
  @CsvSource({"'', 0, left out 1 of other articles", "--all, 1, ''"})
  void exportsWhatReadersLikedOfThisArticle(String option, int lines, String note)
      throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    try (SqlStore store =
        SqlStore.open(state.resolve("telegram-4242.sqlite"), () -> Instant.EPOCH)) {
      String shown =
          "{\"edition\": \"another\", \"kind\": \"ANSWER\", \"further\": [], \"confidence\": 1,"
              + " \"cited\": [{\"passage\": \"p1\", \"span\": {\"start\": 0, \"end\": 1},"
              + " \"marks\": [], \"score\": 1}]}";
      store.answers().rate(new Rating("a", 7, 7, Instant.EPOCH, true, "Who?", "hash", shown));
    }
    Map<String, String> environment =
        Map.of(
            "TELEGRAM_BOT_TOKEN",
            "4242:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "PULLQUOTE_STATE_DIR",
            state.toString());
    String[] args = ("feedback " + option).strip().split(" ");
    assertEquals(0, runWith(environment, "", args), err::toString);
    assertEquals(lines, out.toString().lines().count());
    assertTrue(err.toString().contains(note), err::toString);
  }
}
