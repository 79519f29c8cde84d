package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.Reply.SourceLine;
import org.pullquote.chat.ReplyText.Placed;

class ReplyTextTest {

  private static final int LIMIT = 4096;
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private static Cite cite(Article article, int index, Span... marks) {
    Passage passage = article.passages().get(index);
    return new Cite(
        Quote.of(article, passage, passage.whole()),
        List.of(marks),
        new SourceLine("¶ " + (index + 1), null, null),
        false);
  }

  private static void check(ReplyText text, int limit) {
    assertTrue(text.text().length() <= limit, () -> text.text().length() + " code units");
    for (Placed placed : text.quotes()) {
      Quote quote = placed.quote();
      String said = placed.at().in(text.text());
      assertEquals(
          quote.passage().text().substring(quote.span().start(), quote.span().end()), said);
      assertOnGraphemes(quote.passage().text(), quote.span());
    }
    assertDoesNotThrow(() -> text.requireVerbatim(text.text()));
  }

  private static void assertOnGraphemes(String text, Span span) {
    List<Integer> boundaries = new ArrayList<>(List.of(0));
    Matcher matcher = GRAPHEME.matcher(text);
    while (matcher.find()) {
      boundaries.add(matcher.end());
    }
    assertTrue(boundaries.contains(span.start()) && boundaries.contains(span.end()), "" + span);
  }

  @Test
  void namesTheCommandForAllOfAPassageWhereTheBotIs() {
    Article article = Fixtures.paragraphs("Kim met him. They talked.");
    Passage passage = article.passages().getFirst();
    Reply reply =
        new Reply(
            List.of(
                new Cite(
                    Quote.of(article, passage, new Span(0, 12)),
                    List.of(),
                    new SourceLine("¶ 1 · A paper", null, "whole: /p1"),
                    false)));
    assertEquals(
        "Kim met him.\n[…] ¶ 1 · A paper · whole: /p1", ReplyText.layOut(reply, LIMIT).text());
    assertEquals(
        "Kim met him.\n[…] ¶ 1 · A paper", ReplyText.layOut(reply.passedOn(), LIMIT).text());
  }

  @Test
  void countsInUtf16WhateverStandsBeforeAndInTheQuote() {
    Article article = Fixtures.paragraphs("👩‍👩‍👧 김정은 met e\u0301mile 🇰🇷 today.");
    int met = article.passages().getFirst().text().indexOf("met");
    ReplyText text =
        ReplyText.layOut(
            new Reply(List.of(new Say("🤖 답"), cite(article, 0, new Span(met, met + 3)))), LIMIT);
    assertEquals("🤖 답\n\n👩‍👩‍👧 김정은 met e\u0301mile 🇰🇷 today.\n¶ 1", text.text());
    assertEquals("met", text.marks().getFirst().in(text.text()));
    check(text, LIMIT);
  }

  @Test
  void fillsTheLimitToTheLastCodeUnit() {
    int room = LIMIT - "\n¶ 1".length();
    Article fits = Fixtures.paragraphs("x".repeat(room));
    ReplyText whole = ReplyText.layOut(new Reply(List.of(cite(fits, 0))), LIMIT);
    assertEquals(LIMIT, whole.text().length());
    assertFalse(whole.text().contains(ReplyText.OMISSION));
    Article tooLong = Fixtures.paragraphs("x".repeat(room + 1));
    ReplyText cut = ReplyText.layOut(new Reply(List.of(cite(tooLong, 0))), LIMIT);
    assertTrue(cut.text().endsWith("\n[…] ¶ 1"));
    check(cut, LIMIT);
  }

  @Test
  void cutsBetweenSentences() {
    Article article =
        Fixtures.paragraphs(
            "One sentence of the article ends here, as it must. ".repeat(90).strip());
    ReplyText text = ReplyText.layOut(new Reply(List.of(cite(article, 0))), LIMIT);
    assertTrue(text.quotes().getFirst().quote().text().endsWith("as it must."));
    check(text, LIMIT);
  }

  @Test
  void beginsACutQuoteWithTheSentenceOfTheFirstMark() {
    String before = "One sentence of the article ends here, as it must. ".repeat(90);
    Article article = Fixtures.paragraphs(before + "Then the mayor came. It rained on her.");
    int mayor = article.passages().getFirst().text().indexOf("mayor");
    ReplyText text =
        ReplyText.layOut(new Reply(List.of(cite(article, 0, new Span(mayor, mayor + 5)))), LIMIT);
    check(text, LIMIT);
    String quoted = text.quotes().getFirst().quote().text();
    assertTrue(quoted.endsWith("Then the mayor came. It rained on her."));
    assertTrue(quoted.length() > LIMIT - 100, "as much of what goes before as there is room for");
    assertTrue(text.text().startsWith("[…]\nOne sentence"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧", "각", "e\u0301\u0323", "🇰🇷", "क्षि", "x"})
  void neverSplitsAGrapheme(String grapheme) {
    Article article = Fixtures.paragraphs(grapheme.repeat(LIMIT));
    for (int limit = LIMIT - 12; limit <= LIMIT; limit++) {
      ReplyText text = ReplyText.layOut(new Reply(List.of(cite(article, 0))), limit);
      assertEquals(1, text.quotes().size());
      check(text, limit);
    }
  }

  /** So many quotes would all be cut too short. */
  @Test
  void leavesOutTheLastQuotesThatDoNotFit() {
    Article article = Fixtures.paragraphs("a".repeat(400), "b".repeat(400), "c".repeat(400));
    ReplyText text =
        ReplyText.layOut(
            new Reply(List.of(cite(article, 0), cite(article, 1), cite(article, 2))), 300);
    assertEquals(1, text.quotes().size());
    check(text, 300);
  }

  @RepeatedTest(200)
  void noQuoteEverDiffersFromItsSource(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Article article =
        Fixtures.paragraphs(randomText(random), randomText(random), randomText(random));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (random.nextBoolean()) {
        parts.add(new Say(randomText(random).substring(0, 1).replaceAll("[\ud800-\udfff]", "?")));
      }
      parts.add(cite(article, i, randomMarks(random, article.passages().get(i).text())));
    }
    int limit = 300 + random.nextInt(LIMIT);
    ReplyText text = ReplyText.layOut(new Reply(parts), limit);
    check(text, limit);
    assertFalse(text.quotes().isEmpty(), "the best quote is always shown");
    for (Span mark : text.marks()) {
      assertTrue(text.quotes().stream().anyMatch(placed -> placed.at().contains(mark)));
    }
    for (int i = 1; i < text.quotes().size(); i++) {
      assertTrue(text.quotes().get(i - 1).at().end() < text.quotes().get(i).at().start());
    }
  }

  private static String randomText(Random random) {
    String[] atoms = {
      "Kim ",
      "met ",
      "“Shoigu” ",
      "👩‍👩‍👧 ",
      "김정은 ",
      "e\u0301",
      "🇰🇷",
      ". ",
      "! ",
      "*_`[x](y) ",
      "<b>",
      "\u200d",
      "Who? ",
      "don’t ",
      "U.S. ",
      "\u00a0",
      "a"
    };
    StringBuilder text = new StringBuilder("T");
    int length = 1 + random.nextInt(2500);
    while (text.length() < length) {
      text.append(atoms[random.nextInt(atoms.length)]);
    }
    return text.append('.').toString();
  }

  private static Span[] randomMarks(Random random, String text) {
    List<Span> marks = new ArrayList<>();
    int at = 0;
    while (at < text.length() - 2 && marks.size() < 5) {
      int start = at + random.nextInt(text.length() - 1 - at);
      int end = Math.min(text.length(), start + 1 + random.nextInt(12));
      marks.add(new Span(start, end));
      at = end;
    }
    return marks.toArray(Span[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The bridge opened.", "The bridge  opens.", "The bridge opens", "x", ""})
  void refusesToLetAnAlteredQuoteLeave(String altered) {
    Article article = Fixtures.paragraphs("The bridge opens.");
    ReplyText text = ReplyText.layOut(new Reply(List.of(cite(article, 0))), LIMIT);
    assertThrows(
        IllegalStateException.class,
        () -> text.requireVerbatim(altered + text.text().substring("The bridge opens.".length())));
  }

  @Test
  void refusesPhrasesThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ReplyText.layOut(new Reply(List.of(new Say("too long"))), 5));
  }
}
