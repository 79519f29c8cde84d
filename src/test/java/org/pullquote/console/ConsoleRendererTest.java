package org.pullquote.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.Reply.SourceLine;

class ConsoleRendererTest {

  private static final String BOLD_ON = "\u001b[1m";

  private static Reply reply(String passage, Span... marks) {
    Article article = Fixtures.paragraphs(passage);
    Passage only = article.passages().getFirst();
    return new Reply(
        List.of(
            new Say("The closest:"),
            new Cite(
                Quote.of(article, only, only.whole()),
                List.of(marks),
                new SourceLine("¶ 1", null, null),
                false)));
  }

  @Test
  void setsOffWhatAnswersInTheLineUnderAQuote() {
    Article article = Fixtures.paragraphs("Kim met him.");
    Passage only = article.passages().getFirst();
    String ansi =
        ConsoleRenderer.ansi(
            new Reply(
                List.of(
                    new Cite(
                        Quote.of(article, only, only.whole()),
                        List.of(),
                        new SourceLine("¶ 1 · photo: AP", null, null, new Span(13, 15)),
                        false))),
            80);
    assertTrue(ansi.contains("\u001b[22;1mAP") || ansi.contains("\u001b[1mAP"), ansi);
    assertEquals("┃ Kim met him.\n¶ 1 · photo: AP", ansi.replaceAll("\u001b\\[[0-9;]*m", ""), ansi);
  }

  @Test
  void isPlainWherePiped() {
    assertEquals(
        "The closest:\n\n> Kim met him.\n¶ 1", ConsoleRenderer.plain(reply("Kim met him.")));
  }

  @Test
  void setsQuotesOffAndMarksInBold() {
    String shown = ConsoleRenderer.ansi(reply("Kim met him.", new Span(4, 7)), 80);
    assertTrue(shown.contains("┃ Kim " + BOLD_ON + "met"), shown);
  }

  @Test
  void wrapsBetweenWordsAndLosesNone() {
    String passage =
        "각각 👩‍👩‍👧 words of an article that goes on for some time ".repeat(9).strip();
    String shown = ConsoleRenderer.ansi(reply(passage), 40);
    List<String> lines =
        AttributedString.fromAnsi(shown)
            .toString()
            .lines()
            .filter(line -> line.startsWith("┃ "))
            .toList();
    assertTrue(lines.size() > 5);
    assertTrue(lines.stream().allMatch(l -> new AttributedString(l).columnLength() <= 40));
    assertEquals(
        passage, lines.stream().map(line -> line.substring(2)).collect(Collectors.joining(" ")));
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    String shown = ConsoleRenderer.ansi(reply("x".repeat(100)), 40);
    String joined =
        AttributedString.fromAnsi(shown)
            .toString()
            .lines()
            .filter(line -> line.startsWith("┃ "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining());
    assertEquals("x".repeat(100), joined);
  }

  @Test
  void answersALineAtATimeInOneConversation() throws IOException {
    StringWriter out = new StringWriter();
    new ConsoleChat(Fixtures.conversation(Fixtures.ARTICLE))
        .lines(
            new StringReader("Who laid a wreath?\n\n  \non what?\nthanks"), new PrintWriter(out));
    String wreath = "> Russia’s defence minister laid a wreath on the Liberation Tower\n";
    assertTrue(out.toString().startsWith(wreath));
    assertEquals(3, out.toString().split(wreath, -1).length, "the follow-up finds it again");
    assertTrue(out.toString().endsWith("\n\n" + Fixtures.MESSAGES.get("thanks") + "\n\n"));
  }
}
