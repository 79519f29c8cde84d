package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.article.Article;
import org.pullquote.chat.Button.Choose;
import org.pullquote.library.ArticleFileName;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryStage;
import org.pullquote.library.UpdateListener;

class ArticlesTest {

  private static final Article BRIDGE =
      Fixtures.article(
          "H:Bridge opens / The mayor opened the bridge on Monday. / Boats hooted, said Ada Novak.");
  private static final Choice MUSEUM = new Choice(ArticleFileName.key("museum"));

  @TempDir Path folder;

  private LibraryStage stage;
  private Library library;
  private Articles articles;

  @BeforeEach
  void open() throws Exception {
    stage = new LibraryStage(folder);
    stage.write("bridge.json", BRIDGE);
    library = stage.open();
    articles =
        new Articles(
            new Guide(stage.answerer(BRIDGE)),
            ArticleFileName.key("bridge"),
            library,
            new AskAll(library, AnswerPolicy.DEFAULT));
    library.update(UpdateListener.NONE);
  }

  private void addTheMuseum() throws Exception {
    stage.write("museum.txt", "Museum closes", "The director closed the museum on Friday.");
    library.update(UpdateListener.NONE);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private Conversation conversation() {
    return new Conversation(articles, Locale.ENGLISH);
  }

  private static String text(Turn turn) {
    return ReplyText.layOut(turn.reply(), 4096).text();
  }

  @Test
  void changesNothingWhereThereIsOneArticle() throws Exception {
    assertFalse(articles.areSeveral());
    Conversation conversation = conversation();
    conversation.choose(Choice.ALL);
    assertTrue(text(conversation.say("Who opened the bridge?")).endsWith("Monday.\n¶ 1"));
    assertFalse(text(conversation.say("/help")).contains("/articles"));
    assertFalse(text(conversation.say("/start")).contains("/articles"));
    addTheMuseum();
    assertTrue(text(conversation.say("/help")).contains("/articles"));
  }

  @Test
  void answersFromTheArticleThatIsChosen() throws Exception {
    addTheMuseum();
    Conversation conversation = conversation();
    Turn chosen = conversation.say("/articles museum");
    assertEquals(MUSEUM, chosen.chosen());
    assertTrue(text(conversation.say("/p1")).startsWith("The director"));
    assertTrue(text(conversation.say("Who closed the museum?")).startsWith("The director"));
    assertTrue(text(conversation.say("/article")).startsWith("Museum closes"));
    conversation.say("/articles all");
    assertTrue(text(conversation.say("Who opened the bridge?")).endsWith("¶ 1 · “Bridge opens”"));
    assertTrue(text(conversation.say("/people")).contains("/articles"));
  }

  @Test
  void goesBackToTheFirstArticleWhereTheChosenOneIsGone() throws Exception {
    addTheMuseum();
    Conversation conversation = conversation();
    conversation.choose(MUSEUM);
    Files.delete(folder.resolve("articles").resolve("museum.txt"));
    library.update(UpdateListener.NONE);
    assertTrue(text(conversation.say("/p1")).startsWith("The mayor"));
    assertFalse(articles.canChoose(MUSEUM));
  }

  @Test
  void turnsPagesOfTheArticleThatAnAnswerIsAboutWhicheverIsChosen() throws Exception {
    addTheMuseum();
    Conversation conversation = conversation();
    ShownAnswer shown = conversation.say("Who opened the bridge?").shown();
    Optional<Reply> page =
        articles.page(shown, new Page.InContext("p1"), MUSEUM, Fixtures.MESSAGES);
    assertTrue(
        ReplyText.layOut(page.orElseThrow(), 4096).text().contains("The mayor opened the bridge"));

    stage.write("bridge.json", Fixtures.article("H:Bridge closes / It rained."));
    library.update(UpdateListener.NONE);
    assertEquals(
        Optional.empty(),
        articles.page(shown, new Page.InContext("p1"), MUSEUM, Fixtures.MESSAGES));
  }

  @Test
  void quotesOfSeveralArticlesEachNamesItsOwnAlsoLater() throws Exception {
    addTheMuseum();
    stage.write("tunnel.txt", "Tunnel opens", "The mayor opened the tunnel on Monday.");
    library.update(UpdateListener.NONE);
    AnswerPolicy all = new AnswerPolicy(3, 0, 0, 0);
    articles =
        new Articles(
            new Guide(stage.answerer(BRIDGE)),
            ArticleFileName.key("bridge"),
            library,
            new AskAll(library, all));
    Conversation conversation = conversation();
    conversation.choose(Choice.ALL);
    Turn turn = conversation.say("What did the mayor open on Monday?");
    String said = text(turn);
    assertTrue(said.contains("“Bridge opens”") && said.contains("“Tunnel opens”"), said);
    assertEquals(
        said,
        ReplyText.layOut(
                articles
                    .page(turn.shown(), new Page.First(), Choice.STANDARD, Fixtures.MESSAGES)
                    .orElseThrow(),
                4096)
            .text());
  }

  @Test
  void followsUponAnAnswerOfAll() throws Exception {
    addTheMuseum();
    Conversation conversation = conversation();
    conversation.choose(Choice.ALL);
    conversation.say("Who closed the museum?");
    assertTrue(text(conversation.say("and when?")).contains("on Friday"));
  }

  @Test
  void isAboutTheArticleWhoseWordsAReaderPointsAt() throws Exception {
    addTheMuseum();
    Conversation conversation = conversation();
    conversation.choose(Choice.ALL);
    conversation.say("Who hooted?");
    Turn turn =
        conversation.say(
            new ReaderMessage("who said this?", Locale.ENGLISH, "Boats hooted, said Ada Novak."));
    assertTrue(text(turn).contains("said by Ada Novak"), () -> text(turn));
  }

  @Test
  void listsArticlesPageByPageAndMarksTheChosenOne() throws Exception {
    addTheMuseum();
    for (int i : IntStream.range(0, 9).toArray()) {
      stage.write("story-" + i + ".txt", "Story " + i, "Nothing happened on day " + i + ".");
    }
    library.update(UpdateListener.NONE);
    List<String> labels =
        IntStream.rangeClosed(1, 2)
            .mapToObj(number ->
                articles
                    .page(ShownAnswer.shelf(), new Page.Shelf(number), MUSEUM, Fixtures.MESSAGES)
                    .orElseThrow())
            .flatMap(reply -> reply.buttons().stream().flatMap(List::stream))
            .filter(Choose.class::isInstance)
            .map(Button::label)
            .toList();
    assertEquals(11 + 2, labels.size(), labels::toString);
    assertTrue(labels.contains("✓ Museum closes"), labels::toString);
    assertEquals(
        Optional.empty(),
        articles.page(ShownAnswer.shelf(), new Page.Shelf(3), MUSEUM, Fixtures.MESSAGES));
  }

  @Test
  void passesOnAPassageOfAnArticleThatIsNotChosen() throws Exception {
    addTheMuseum();
    List<Citation> found = articles.citations(MUSEUM, "p1 " + BRIDGE.edition());
    assertEquals("The mayor opened the bridge on Monday.", found.getFirst().quote().text());
    assertEquals(
        "The director closed the museum on Friday.",
        articles.citations(MUSEUM, "p1").getFirst().quote().text());
    assertEquals(
        "¶ 1 · “Bridge opens”",
        articles.citations(Choice.ALL, "Who opened the bridge?").getFirst().source());
    assertEquals(List.of(), articles.citations(MUSEUM, "p1 0123456789ab"));
  }
}
