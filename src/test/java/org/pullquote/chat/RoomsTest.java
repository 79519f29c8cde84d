package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.Reply.SourceLine;
import org.pullquote.chat.ReplyText.Placed;

class RoomsTest {

  private static final int LIMIT = 4096;

  private static Reply reply(boolean equals, int... sentences) {
    Article article =
        Fixtures.paragraphs(
            IntStream.of(sentences)
                .mapToObj(
                    count -> "The boats of Larkhaven hooted all night. ".repeat(count).strip())
                .toArray(String[]::new));
    List<Part> parts =
        IntStream.range(0, sentences.length)
            .<Part>mapToObj(i -> {
              Passage passage = article.passages().get(i);
              return new Cite(
                  Quote.of(article, passage, passage.whole()),
                  List.of(),
                  new SourceLine("¶ " + (i + 1), null, "whole: /p" + (i + 1)),
                  !equals && i > 0);
            })
            .toList();
    return new Reply(Stream.concat(Stream.of(new Say("All:")), parts.stream()).toList());
  }

  /** A list of six captions of 1,200 characters lost one and hid that another was cut. */
  @Test
  void leavesNothingOutOfAList() {
    ReplyText text = ReplyText.layOut(reply(true, 30, 30, 30, 30, 30, 30), LIMIT);
    assertTrue(text.text().length() <= LIMIT);
    assertEquals(6, text.quotes().size());
    for (int i = 1; i <= 6; i++) {
      assertTrue(text.text().contains("¶ " + i + " · whole: /p" + i), text.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 90, 2, 2", "true, 2, 90, 90", "false, 90, 90, 90", "false, 2, 90, 90"})
  void cutsWhatIsLongAndNothingElse(boolean equals, int first, int second, int third) {
    Reply reply = reply(equals, first, second, third);
    List<Placed> quotes = ReplyText.layOut(reply, LIMIT).quotes();
    assertEquals(3, quotes.size());
    for (Placed placed : quotes) {
      boolean isShort = placed.quote().passage().text().length() < 300;
      assertTrue(!isShort || placed.quote().isWhole());
      assertTrue(placed.at().length() >= 80);
    }
  }

  @Test
  void showsTheBestQuoteOfAnAnswerAsAWholeIfItCan() {
    List<Placed> quotes = ReplyText.layOut(reply(false, 75, 90, 90), LIMIT).quotes();
    assertTrue(quotes.getFirst().quote().isWhole());
    assertEquals(3, quotes.size());
  }
}
