package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Say;

class ConversationTest {

  private final Conversation conversation = Fixtures.conversation(Fixtures.ARTICLE);

  private static List<String> cited(Turn turn) {
    return turn.reply().parts().stream()
        .filter(Cite.class::isInstance)
        .map(part -> ((Cite) part).quote().passage().id())
        .toList();
  }

  private static String said(Turn turn) {
    return turn.reply().parts().stream()
        .filter(Say.class::isInstance)
        .map(part -> ((Say) part).text())
        .reduce("", (a, b) -> a + b + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Kim Jong-un, and where? | photo caption 1 · photo: REUTERS · The Telegraph",
        "Who welcomed Shoigu on the tarmac? | ¶ 5 · The Telegraph",
        "What are joint talks convinced to strengthen? | ¶ 9 · said by Mr Shoigu · via the statement · The Telegraph",
        "What is the headline? | headline · The Telegraph",
      })
  void saysUnderEachQuoteWhereItStands(String question, String attribution) {
    Cite first = (Cite) conversation.say(question).reply().parts().getFirst();
    assertEquals(attribution, first.attribution());
  }

  @Test
  void showsTheClosestAsNoAnswer() {
    Turn turn = conversation.say("When did Putin arrive in Pyongyang?");
    assertInstanceOf(NotInArticle.class, turn.answer().orElseThrow());
    assertEquals(
        "The article doesn’t say.\nThe closest it comes, which is no answer:\n", said(turn));
    assertEquals(1, cited(turn).size());
  }

  @Test
  void followsUpOnTheQuestionBefore() {
    conversation.say("Who welcomed Shoigu?");
    assertEquals("p5", cited(conversation.say("and where?")).getFirst());
    assertEquals("p5", cited(conversation.say("when was that?")).getFirst());
  }

  @Test
  void inheritsNothingWhereTheTopicChanges() {
    conversation.say("Who welcomed Shoigu at the airport?");
    assertEquals("c3", cited(conversation.say("Who laid a wreath?")).getFirst());
  }

  @Test
  void neverRepeatsAQuoteWhenAskedForOthers() {
    List<String> first = cited(conversation.say("Who met Kim Jong-un?"));
    List<String> second = cited(conversation.say("who else?"));
    List<String> third = cited(conversation.say("who else?"));
    assertTrue(second.stream().noneMatch(first::contains), second::toString);
    assertTrue(
        third.stream().noneMatch(id -> first.contains(id) || second.contains(id)), third::toString);
  }

  @Test
  void asksForAQuestionWhereAFollowUpFollowsNothing() {
    assertEquals(Fixtures.MESSAGES.get("no.question") + "\n", said(conversation.say("and where?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/ask Who laid a wreath?", "/ASK  who laid a wreath", "/ask\nWho laid a wreath?"})
  void asksByCommand(String message) {
    assertEquals(List.of("c3"), cited(conversation.say(message)).subList(0, 1));
  }

  @ParameterizedTest
  @CsvSource({"/help, help", "/ask, ask.empty", "/ask   , ask.empty", "/dance, unknown.command"})
  void answersCommands(String command, String key) {
    assertEquals(Fixtures.MESSAGES.get(key) + "\n", said(conversation.say(command)));
  }

  @Test
  void startsWithTheArticlesHeadline() {
    Turn turn = conversation.say("/start p5");
    assertEquals(List.of("headline"), cited(turn));
    assertTrue(said(turn).startsWith(Fixtures.MESSAGES.get("start")));
  }

  @Test
  void saysWhichArticleItIs() {
    Turn turn = conversation.say("/article");
    assertEquals(List.of("headline"), cited(turn));
    assertEquals("20 passages: headline, 14 paragraphs, 5 photo captions\n", said(turn));
  }

  @Test
  void saysWhatIsKnownOfTheArticleAndNoMore() {
    Article article =
        new Article(
            new Metadata(
                "T",
                "P",
                List.of("Jane Doe", "John Roe"),
                "1 May",
                "https://example.org/a",
                null,
                List.of()),
            Fixtures.paragraphs("One paragraph.").passages());
    assertEquals(
        "By Jane Doe, John Roe\nPublished: 1 May\nhttps://example.org/a\n1 passage: 1 paragraph\n",
        said(Fixtures.conversation(article).say("/article")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello there | greeting",
        "thanks! | thanks",
        "thank you for that | thanks",
        "that’s great | thanks",
        "ok | nod",
        "? | no.question",
        "👍 | no.question",
        "bye | farewell",
        "what can you do? | help",
      })
  void talksSmallWithoutQuotesFirstAndAfterAQuestion(String message, String key) {
    String phrase = Fixtures.MESSAGES.get(key) + "\n";
    assertEquals(phrase, said(conversation.say(message)));
    conversation.say("Who met Kim Jong-un?");
    Turn after = conversation.say(message);
    assertEquals(phrase, said(after));
    assertEquals(List.of(), cited(after));
  }

  @Test
  void forgetsTheConversationLongestSilent() {
    Conversations<Integer> all =
        new Conversations<>(2, () -> Fixtures.conversation(Fixtures.ARTICLE));
    Conversation first = all.with(1);
    Conversation second = all.with(2);
    assertSame(first, all.with(1));
    all.with(3);
    assertSame(first, all.with(1));
    assertTrue(second != all.with(2));
  }
}
