package org.pullquote.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.article.Speech;
import org.pullquote.reading.PassageListReader;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class PastedTextReaderTest {

  private static final String HEADLINE = "Mayor opens the longest bridge in the land";
  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";
  private static final String LAST = "It cost four million crowns, the council said.";

  private static ReadResult read(String... blocks) {
    return new PastedTextReader(Fixtures.SENTENCES)
        .read(String.join("\n\n", blocks), Metadata.NONE);
  }

  private static List<String> passages(ReadResult result) {
    List<String> passages = new ArrayList<>();
    for (Passage passage : result.article().passages()) {
      passages.add(
          passage.id()
              + ": "
              + passage.text()
              + (passage.credit() == null ? "" : " | " + passage.credit()));
    }
    return passages;
  }

  @Test
  void readsTheProductsOwnArticleAsLabelledByHand() throws IOException {
    ReadResult result =
        new PastedTextReader(Fixtures.SENTENCES)
            .read(Files.readString(Path.of("data", "article.txt")), Fixtures.TELEGRAPH);
    assertEquals(Fixtures.ARTICLE.passages(), result.article().passages());
  }

  @Test
  void accountsForEveryBlockOfTheArticle() throws IOException {
    String text = Files.readString(Path.of("data", "article.txt"));
    ReadResult result = new PastedTextReader(Fixtures.SENTENCES).read(text, Metadata.NONE);
    assertEquals(
        BlockSplitter.split(text).size(),
        result.article().passages().size() + result.leftOut().size());
  }

  /** Whatever a page looks like: each block is read or reported, and what is read stands in it. */
  @RepeatedTest(100)
  void losesAndInventsNothingOfAnyPage(RepetitionInfo info) throws IOException {
    Random random = new Random(info.getCurrentRepetition());
    List<String> blocks =
        new ArrayList<>(
            Files.readString(Path.of("data", "article.txt"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    String[] strangers = {
      "Share",
      "…",
      "©",
      "(",
      "Credit:",
      "– AP",
      "Photo by",
      "By",
      "Who?",
      "김정은",
      "👍",
      "Related Topics",
      "\"",
      "A. B. C.",
      "Video",
      "SUMMARY",
      "x".repeat(2000),
      "The mayor waves (AP)",
      "More from"
    };
    for (int i = random.nextInt(20); i >= 0; i--) {
      blocks.add(random.nextInt(blocks.size()), strangers[random.nextInt(strangers.length)]);
    }
    Collections.shuffle(blocks.subList(0, random.nextInt(blocks.size())), random);
    String text = String.join("\n\n", blocks);
    ReadResult result = new PastedTextReader(Fixtures.SENTENCES).read(text, Metadata.NONE);
    assertEquals(blocks.size(), result.article().passages().size() + result.leftOut().size());
    for (Passage passage : result.article().passages()) {
      assertTrue(text.contains(passage.text()), passage.text());
      assertTrue(passage.credit() == null || text.contains(passage.credit()), passage.credit());
      Speech speech = Speech.in(passage);
      for (Span span : new Span[] {speech.speaker(), speech.via()}) {
        assertTrue(span == null || passage.whole().contains(span));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "telegraph-mugabe, 1.0",
    "dailymaverick-icj, 1.0",
    "fox-chinacommittee, 1.0",
    "cbc-sinwar, 1.0"
  })
  void readsArticlesItWasNotWrittenFor(String name, double share) throws IOException {
    Path folder = Fixtures.shared("news").resolve(name);
    Metadata metadata =
        PassageListReader.metadata(
            Fixtures.JSON.readTree(folder.resolve("metadata.json").toFile()));
    Article gold =
        new PassageListReader(Fixtures.SENTENCES)
            .read(Fixtures.JSON.readTree(folder.resolve("passages.json").toFile()), metadata);
    Article read =
        new PastedTextReader(Fixtures.SENTENCES)
            .read(Files.readString(folder.resolve("article.txt")), metadata)
            .article();
    List<String> expected = kindsAndTexts(gold);
    List<String> found = kindsAndTexts(read);
    found.retainAll(expected);
    assertTrue(found.size() >= share * expected.size(), found.size() + " of " + expected.size());
    assertTrue(read.passages().size() <= gold.passages().size() / share + 1);
  }

  private static List<String> kindsAndTexts(Article article) {
    List<String> all = new ArrayList<>();
    article.passages().forEach(p -> all.add(p.kind() + p.text() + p.credit()));
    return all;
  }

  @Test
  void countsACaptionThatStandsBareAndCreditedOnce() {
    ReadResult result =
        read(
            HEADLINE,
            "The mayor's ribbon is cut in Novy on Monday",
            "The mayor’s ribbon is cut in Novy on Monday – REUTERS",
            FIRST,
            "Children wave flags on the bridge – AP",
            LAST);
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "c1: The mayor’s ribbon is cut in Novy on Monday | REUTERS",
            "p1: " + FIRST,
            "c2: Children wave flags on the bridge | AP",
            "p2: " + LAST),
        passages(result));
  }

  @Test
  void takesALineThatStandsTwiceForACaptionWithoutCredit() {
    String caption = "Children wave flags on the bridge";
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "c1: " + caption, "p2: " + LAST),
        passages(read(HEADLINE, FIRST, caption, caption, LAST)));
  }

  @Test
  void readsALineUnderTheHeadlineAsStandfirst() {
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "standfirst: Crowds gather as a dream of decades comes true",
            "p1: " + FIRST),
        passages(read(HEADLINE, "Crowds gather as a dream of decades comes true", FIRST)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Image: The mayor waves to the crowd on Monday] | ALT_TEXT",
        "Additional reporting by Jane Doe in Seoul | BYLINE",
        "Additional reporting by Jane Doe. | BYLINE",
        "Leave a Comment | PAGE_CONTROL",
        "3 comments | PAGE_CONTROL",
        "14 hours ago | PAGE_CONTROL",
        "Facebook Twitter Email Print | PAGE_CONTROL",
        "© The Novy Times 2023 | PAGE_CONTROL",
        "___ | PAGE_CONTROL",
        "Home > World > Europe | PAGE_CONTROL",
        "Read more: Ten bridges to see before you drown | CROSSHEAD",
        "A dream of decades | CROSSHEAD",
        "Who is the mayor, and what has she done? | CROSSHEAD",
        "WATCH THE MAYOR FALL INTO THE RIVER | CROSSHEAD",
        "By Jane Doe | BYLINE",
        "Jane Doe · The Novy Times · Posted: Aug 08, 2024 | BYLINE",
        "16 November 2017 • 2:15pm | BYLINE",
        "Published April 26, 2023 2:20pm EDT | BYLINE",
        "Subscribe to our newsletter and get the best stories of your town. | PROMOTION",
        "Broaden your horizons. Try The Times free for 1 month, then enjoy 1 year for just $9. | PROMOTION",
      })
  void leavesThePageOutOfTheArticle(String line, Reason reason) {
    ReadResult result = read(HEADLINE, FIRST, line, LAST, FIRST.replace("Monday", "Sunday"));
    assertEquals(List.of(new LeftOut(5, line, reason)), result.leftOut());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“Subscribe to our newsletter, it costs just $9,” the mayor said.",
        "Tickets cost $12 on Mondays.",
        "• Three people were hurt",
        "He asked them to sign up.",
        "“What happens next?”",
        "Support for the bill grew. A newsletter sent to members today said it would pass.",
        "The ministry did not comment on the report. (Reuters)",
        "It rained. What happens next?",
        "In 2017 the council gave up on the plan, which had been drawn up by engineers of the army",
        "The offer stood: “Try it, for £5, now.”",
      })
  void losesNothingOfTheArticle(String line) {
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + line, "p3: " + LAST),
        passages(read(HEADLINE, FIRST, line, LAST)));
  }

  @Test
  void readsWhatStandsUnderASummaryOrVideoLabel() {
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "standfirst: " + FIRST,
            "p1: " + LAST,
            "c1: The mayor tells why the bridge took so long.",
            "p2: It rained."),
        passages(
            read(
                HEADLINE,
                "By Jane Doe",
                "SUMMARY",
                "LISTEN",
                FIRST,
                LAST,
                "Video",
                "A bridge too late",
                "The mayor tells why the bridge took so long.",
                "It rained.")));
  }

  @Test
  void endsWhereThePageGoesOnToOtherThings() {
    ReadResult result =
        read(HEADLINE, FIRST, LAST, FIRST + " " + LAST, "Related Topics", "Bridges", "Rivers");
    assertEquals(3, result.leftOut().size());
    assertTrue(result.leftOut().stream().allMatch(l -> l.reason() == Reason.AFTER_THE_END));
  }

  @Test
  void doesNotEndAtALinkBoxInTheMiddle() {
    ReadResult result = read(HEADLINE, FIRST, "Related stories", LAST, FIRST + LAST, LAST + FIRST);
    assertEquals(5, result.article().passages().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 66, 72, 78})
  void joinsLinesThatAProgramWrapped(int width) throws IOException {
    String text = Files.readString(Path.of("data", "article.txt"));
    StringBuilder wrapped = new StringBuilder();
    for (String line : text.lines().toList()) {
      int column = 0;
      for (String word : line.split(" ")) {
        boolean fits = column + 1 + word.length() <= width;
        wrapped.append(column == 0 ? "" : fits ? " " : "\n").append(word);
        column = column == 0 || !fits ? word.length() : column + 1 + word.length();
      }
      wrapped.append('\n');
    }
    ReadResult result =
        new PastedTextReader(Fixtures.SENTENCES).read(wrapped.toString(), Fixtures.TELEGRAPH);
    assertEquals(Fixtures.ARTICLE.passages(), result.article().passages());
  }

  @Test
  void readsOneParagraphALineWithoutBlankLines() {
    ReadResult result =
        new PastedTextReader(Fixtures.SENTENCES)
            .read("\ufeff" + HEADLINE + "\r\n" + FIRST + "\r\n" + LAST, Metadata.NONE);
    assertEquals(List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + LAST), passages(result));
    assertEquals(HEADLINE, result.article().metadata().title());
  }

  @Test
  void findsTheHeadlineByTheTitleThatIsKnown() {
    Metadata known = new Metadata(HEADLINE, null, List.of(), null, null, null, List.of());
    ReadResult result =
        new PastedTextReader(Fixtures.SENTENCES)
            .read("World and its news today\n\n" + HEADLINE + "\n\n" + FIRST, known);
    assertEquals(List.of("headline: " + HEADLINE, "p1: " + FIRST), passages(result));
    assertEquals(Reason.SECTION_LABEL, result.leftOut().getFirst().reason());
  }

  @Test
  void readsATextWithoutHeadline() {
    assertEquals(List.of("p1: " + FIRST, "p2: " + LAST), passages(read(FIRST, LAST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Storm hits Seoul",
        "Seoul floods",
        "By land and sea, smugglers beat the sanctions",
        "Kim meets Shoigu in Pyongyang | The Telegraph",
        "Will the bridge ever be safe to cross?"
      })
  void findsAHeadlineByItsPlace(String headline) {
    assertEquals(
        List.of("headline: " + headline, "p1: " + FIRST, "p2: " + LAST),
        passages(read("MIDDLE EAST", headline, "By Jane Doe", FIRST, LAST)));
  }

  @Test
  void readsAParagraphThatStandsTwiceOnce() {
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + LAST),
        passages(read(HEADLINE, FIRST, FIRST, LAST)));
  }

  @Test
  void isNotBrokenByALineOfControlsWithoutEnd() {
    assertEquals(
        3, read(HEADLINE, FIRST, "| ".repeat(3000) + "|", LAST).article().passages().size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n \n", "Menu\n\nSign in"})
  void refusesATextWithoutAnArticle(String text) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PastedTextReader(Fixtures.SENTENCES).read(text, Metadata.NONE));
  }
}
