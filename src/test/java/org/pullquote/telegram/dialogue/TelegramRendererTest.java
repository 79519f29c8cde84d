package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
import org.pullquote.chat.ReplyText;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class TelegramRendererTest {

  private static ReplyText layOut(String before, String passage, List<Span> marks) {
    Article article = Fixtures.paragraphs(passage);
    Passage only = article.passages().getFirst();
    Quote quote = Quote.of(article, only, only.whole());
    return ReplyText.layOut(
        new Reply(
            List.of(
                new Say(before), new Cite(quote, marks, new SourceLine("¶ 1", null, null), false))),
        TelegramRenderer.TEXT_LIMIT);
  }

  @Test
  void setsOffQuotesAndMarksInUtf16() {
    String passage = "각각 👩‍👩‍👧 met *Kim* e\u0301 <b>there</b>.";
    int met = passage.indexOf("met");
    ReplyText reply = layOut("🤖", passage, List.of(new Span(met, met + 3)));
    List<MessageEntity> entities = TelegramRenderer.entities(reply);
    assertEquals(
        List.of("blockquote", "bold"), entities.stream().map(MessageEntity::getType).toList());
    List<String> cut =
        entities.stream()
            .map(e -> reply.text().substring(e.getOffset(), e.getOffset() + e.getLength()))
            .toList();
    assertEquals(List.of(passage, "met"), cut);
    assertEquals(4, entities.getFirst().getOffset(), "two code units of emoji, an empty line");
  }

  @Test
  void keepsToTheMostEntitiesAndToTheQuotesFirst() {
    String passage = "ab ".repeat(300).strip();
    List<Span> marks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      marks.add(new Span(3 * i, 3 * i + 2));
    }
    List<MessageEntity> entities = TelegramRenderer.entities(layOut("x", passage, marks));
    assertEquals(TelegramRenderer.MOST_ENTITIES, entities.size());
    assertEquals("blockquote", entities.getFirst().getType());
    assertTrue(entities.stream().skip(1).allMatch(e -> e.getType().equals("bold")));
  }
}
