package org.pullquote.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;

class QuoteTest {

  private final Article article = Fixtures.paragraphs("Kim 🇰🇵 met “Shoigu”.", "Another.");
  private final Passage passage = article.passages().getFirst();

  @Test
  void isTheSubstringOfItsPassage() {
    assertEquals("🇰🇵 met", Quote.of(article, passage, new Span(4, 12)).text());
  }

  @Test
  void refusesWhatIsNotOfTheArticle() {
    Article other = Fixtures.paragraphs("Kim met nobody.");
    assertThrows(IllegalArgumentException.class, () -> Quote.of(other, passage, new Span(0, 3)));
  }

  @Test
  void refusesEmptyRangesAndOnesPastTheEnd() {
    int length = passage.text().length();
    assertThrows(IllegalArgumentException.class, () -> Quote.of(article, passage, new Span(2, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> Quote.of(article, passage, new Span(0, length + 1)));
  }

  @Test
  void refusesToCutASurrogatePair() {
    assertThrows(IllegalArgumentException.class, () -> Quote.of(article, passage, new Span(0, 5)));
    assertThrows(IllegalArgumentException.class, () -> Quote.of(article, passage, new Span(5, 12)));
  }

  @Test
  void knowsItsOwnWordsFromAnyOthers() {
    Quote quote = Quote.of(article, passage, passage.whole());
    assertTrue(quote.isVerbatim("Kim 🇰🇵 met “Shoigu”."));
    for (String wrong :
        new String[] {
          "Kim 🇰🇵 met \"Shoigu\".", "Kim 🇰🇵 met “Shoigu”", "Kim 🇰🇵 met “Shoigu”. ", ""
        }) {
      assertFalse(quote.isVerbatim(wrong), wrong);
    }
  }

  @RepeatedTest(50)
  void anyQuoteOfAnyArticleIsItsSourceSpan(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Passage source =
        Fixtures.ARTICLE.passages().get(random.nextInt(Fixtures.ARTICLE.passages().size()));
    int start = random.nextInt(source.text().length());
    int end = start + 1 + random.nextInt(source.text().length() - start);
    Quote quote = Quote.of(Fixtures.ARTICLE, source, new Span(start, end));
    assertEquals(source.text().substring(start, end), quote.text());
    assertTrue(quote.isVerbatim(quote.text()));
    assertEquals(end - start == source.text().length(), quote.isWhole());
  }
}
