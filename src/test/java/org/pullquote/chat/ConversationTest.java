package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Say;

class ConversationTest {

  private static final Duration SILENCE = Duration.ofHours(1);
  private static final Guide GUIDE = new Guide(Fixtures.answerer(Fixtures.ARTICLE));
  private static final Supplier<Conversation> BEGINNER =
      () -> new Conversation(GUIDE, Locale.ENGLISH);

  private final Conversation conversation = Fixtures.conversation(Fixtures.ARTICLE);

  private static List<String> cited(Turn turn) {
    return turn.reply().parts().stream()
        .filter(Cite.class::isInstance)
        .map(part -> ((Cite) part).quote().passage().id())
        .toList();
  }

  /** Words that stand in many passages mean the one in the message, however few they are. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "the North | p8 | p8",
        "Kim | p6 | p6",
        "Pyongyang | p5,p2 | p5",
        "- | p9,p2 | p9",
        "¶ 9 · said by Mr Shoigu | p9,p8 | p9",
        "laid a wreath on the Liberation Tower | p9 | c3",
      })
  void pointsAtThePassageThatTheMessageQuotes(
      @Nullable String chosen, String quoted, String expected) {
    List<String> quotes =
        Stream.of(quoted.split(","))
            .map(id -> Fixtures.ARTICLE.passage(id).orElseThrow().text())
            .toList();
    PointedAt pointed = new PointedAt(chosen, quotes, String.join("\n", quotes));
    assertEquals(expected, GUIDE.pointedAt(pointed).orElseThrow().id());
  }

  @Test
  void asksForOthersByAReplyToo() {
    Turn first = conversation.say("Who welcomed Shoigu?");
    String shown = ReplyText.layOut(first.reply(), 4096).quotes().getFirst().quote().text();
    Turn turn =
        conversation.say(
            new ReaderMessage(
                "who else?", Locale.ENGLISH, new PointedAt(null, List.of(shown), shown)));
    assertFalse(turn.answer().orElseThrow() instanceof SmallTalk);
    assertFalse(cited(turn).contains("p5"));
  }

  @Test
  void namesNobodyInASuggestionByWhatTheyAre() {
    Article article =
        Fixtures.paragraphs(
            "The museum’s director said that the boats of the harbour were late on Monday.",
            "Jane Doe, the mayor of Larkhaven, met John Roe, a builder, on Tuesday.",
            "“It went well,” Jane Doe said. “We talked about the harbour and the boats.”");
    List<String> suggestions = Fixtures.conversation(article).say("/start").reply().suggestions();
    assertFalse(suggestions.isEmpty());
    for (String suggestion : suggestions) {
      assertTrue(suggestion.matches(".*(?:Jane Doe|John Roe|Larkhaven).*"), suggestion);
    }
  }

  @Test
  void tellsWhereTheNameOfWhoSaidItStands() {
    Article article =
        Fixtures.paragraphs(
            "“The boats were late again,” Jane Doe, the harbour master, said.",
            "“They will be late tomorrow and on Friday,” she said.");
    Turn turn = Fixtures.conversation(article).say("/said");
    Cite last = (Cite) turn.reply().parts().getLast();
    assertEquals("¶ 2 · “she” is named at /p1", last.source().text());
    assertEquals("she", last.marks().getFirst().in(last.quote().passage().text()));
  }

  @Test
  void showsABeginningWhereASummaryIsAskedFor() {
    Turn turn = conversation.say("give me a summary");
    assertEquals(List.of("headline", "p1", "p2"), cited(turn));
    assertTrue(said(turn).startsWith("I do not summarise"));
  }

  @Test
  void showsThePassageAtABarePlace() {
    assertEquals(List.of("p5"), cited(conversation.say("5")));
    assertEquals(List.of("c1"), cited(conversation.say("c1")));
    assertEquals(Turn.Outcome.COMMAND, conversation.say("people").outcome());
  }

  @Test
  void setsOffTheCreditWhereThatAnswers() {
    Turn turn = conversation.say("Who took the photo of the wreath?");
    ReplyText text = ReplyText.layOut(turn.reply(), 4096);
    assertEquals(
        List.of("REUTERS"), text.marks().stream().map(mark -> mark.in(text.text())).toList());
    Turn again = conversation.say("/more");
    assertInstanceOf(Cite.class, again.reply().parts().getLast());
    ReplyText back = ReplyText.layOut(conversation.say("/back").reply(), 4096);
    assertEquals(text.text(), back.text());
    assertEquals(text.marks(), back.marks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"who took it?", "who shot this", "photographer?", "so whose is it"})
  void setsOffTheCreditOfAPhotoJustSpokenOf(String question) {
    conversation.say("What does the photo of the wreath show?");
    ReplyText text = ReplyText.layOut(conversation.say(question).reply(), 4096);
    assertEquals(
        List.of("REUTERS"), text.marks().stream().map(mark -> mark.in(text.text())).toList());
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
    assertEquals(attribution, first.source().text());
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

  /** By themselves, the words of a follow-up are another question. */
  @ParameterizedTest
  @CsvSource({
    "Who laid a wreath?, false",
    "and where?, true",
    "Who else?, true",
    "Who met Kim Jong-un?, false"
  })
  void tellsWhatWasUnderstoodFromTheQuestionBefore(String question, boolean followUp) {
    conversation.say("Who welcomed Mr Shoigu?");
    assertEquals(followUp, conversation.say(question).shown().followUp());
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

  @Test
  void looksForTheWordsOfAForeignQuestionAndSaysSo() {
    Turn turn = conversation.say("Кто возложил венок?");
    assertEquals(Fixtures.MESSAGES.get("foreign", "Russian") + "\n", said(turn));
    assertEquals("c3", cited(turn).getFirst());
    assertEquals("ru", turn.shown().language());
  }

  @Test
  void followsUpInAForeignLanguage() {
    conversation.say("Кто встретил Шойгу в аэропорту?");
    assertEquals("p5", cited(conversation.say("А когда?")).getFirst());
    assertEquals("p5", cited(conversation.say("and where?")).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "привет, ru, greeting",
    "дякую, uk, thanks",
    "안녕하세요, ko, greeting",
    "Danke, en, thanks",
    "Merci beaucoup !, en, thanks",
    "¡Hola!, en, greeting",
    "спасибо большое, ru, thanks"
  })
  void answersSmallTalkInTheReadersLanguage(String message, String reader, String key) {
    Locale locale = Locale.of(reader);
    assertEquals(
        Messages.in(locale).get(key) + "\n",
        said(conversation.say(new ReaderMessage(message, locale))));
  }

  @Test
  void citesForAForeignQuestion() {
    assertEquals("c3", GUIDE.citations("누가 화환을 놓았나요?").getFirst().quote().passage().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/ask Who laid a wreath?", "/ASK  who laid a wreath", "/ask\nWho laid a wreath?"})
  void asksByCommand(String message) {
    assertEquals(List.of("c3"), cited(conversation.say(message)).subList(0, 1));
  }

  @ParameterizedTest
  @CsvSource({"/ask, ask.empty", "/ask   , ask.empty", "/dance, unknown.command"})
  void answersCommands(String command, String key) {
    assertEquals(Fixtures.MESSAGES.get(key) + "\n", said(conversation.say(command)));
  }

  @Test
  void startsWithTheArticlesHeadlineAndQuestionsThatItAnswers() {
    Turn turn = conversation.say("/start");
    assertEquals(List.of("headline"), cited(turn));
    assertTrue(said(turn).startsWith(Fixtures.MESSAGES.get("start")));
    assertEquals(2, turn.reply().suggestions().size());
    for (String suggestion : turn.reply().suggestions()) {
      assertInstanceOf(Quoted.class, conversation.say(suggestion).answer().orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({"/start p5, p5", "/start C2, c2", "/passage 5, p5", "/passage c1, c1", "/p14, p14"})
  void showsAPassageByItsPlace(String command, String id) {
    assertEquals(List.of(id), cited(conversation.say(command)));
  }

  @ParameterizedTest
  @CsvSource({
    "/passage, passage.which",
    "/passage 99, passage.which",
    "/passage second, passage.which",
    "/more, nothing.shown",
    "/context, nothing.shown",
    "/about, about",
  })
  void saysWhatItNeedsAndWhatItIs(String command, String key) {
    assertEquals(Fixtures.MESSAGES.get(key) + "\n", said(conversation.say(command)));
  }

  /** What a file overwrites at once may stand on a server for a while. */
  @ParameterizedTest
  @EnumSource(Storage.class)
  void saysWhatIsKeptAndHowItIsErased(Storage storage) {
    Conversation kept = new Conversation(new Articles(GUIDE), Locale.ENGLISH, storage, Memory.NONE);
    String erased = Fixtures.MESSAGES.get(storage.erasure());
    String spokenOf = Fixtures.MESSAGES.get(storage.spokenOf());
    assertEquals(
        Fixtures.MESSAGES.get("privacy", erased, spokenOf) + "\n", said(kept.say("/privacy")));
    assertEquals(storage == Storage.FILE, spokenOf.contains("in memory"));
    assertEquals(storage == Storage.FILE, erased.contains("from the disk"));
  }

  @Test
  void helpsWithEveryCommandThatItOffers() {
    String help = said(conversation.say("/help"));
    for (Command command : Command.offered(false)) {
      assertTrue(help.contains("/" + command.word() + " – "), command.word());
    }
  }

  @Test
  void turnsPagesForWhoTypes() {
    List<String> answer = cited(conversation.say("Who met Kim Jong-un?"));
    String best = answer.getFirst();
    assertTrue(cited(conversation.say("/context")).contains(best));
    assertEquals(answer, cited(conversation.say("/back")));
    List<String> more = cited(conversation.say("/more"));
    assertTrue(more.stream().noneMatch(answer::contains), more::toString);
    List<String> evenMore = cited(conversation.say("/more"));
    assertTrue(evenMore.stream().noneMatch(more::contains), evenMore::toString);
  }

  @Test
  void forgetsWhatItWasAbout() {
    conversation.say("Who welcomed Shoigu?");
    assertTrue(conversation.say("/forget").forgets());
    assertEquals(Fixtures.MESSAGES.get("no.question") + "\n", said(conversation.say("and where?")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who said this? | will help strengthen cooperation | p9 | Mr Shoigu",
        "says who? | military ties with Pyongyang would intensify | p8 | Mr Shoigu",
        "according to whom? | buying millions of artillery shells | p7 | a US intelligence report last year",
      })
  void takesWhatIsQuotedForWhatIsAskedAbout(
      String question, String quoted, String passage, String speaker) {
    conversation.say("Who laid a wreath?");
    Turn turn =
        conversation.say(new ReaderMessage(question, Locale.ENGLISH, PointedAt.words(quoted)));
    Cite first = (Cite) turn.reply().parts().getFirst();
    assertEquals(passage, first.quote().passage().id());
    assertEquals(speaker, first.marks().getFirst().in(first.quote().passage().text()));
  }

  @Test
  void saysThatAQuoteNamesNoSpeaker() {
    Turn turn =
        conversation.say(
            new ReaderMessage(
                "who said this?",
                Locale.ENGLISH,
                PointedAt.words("laid a wreath on the Liberation")));
    assertInstanceOf(NotInArticle.class, turn.answer().orElseThrow());
  }

  @Test
  void speaksTheReadersLanguageAndQuotesTheArticles() {
    for (Locale locale : Messages.LANGUAGES) {
      Turn turn = conversation.say(new ReaderMessage("Who laid a wreath?", locale));
      Cite first = (Cite) turn.reply().parts().getFirst();
      assertEquals(
          "Russia’s defence minister laid a wreath on the Liberation Tower", first.quote().text());
      assertTrue(
          first.source().text().startsWith(Messages.in(locale).get("passage.caption", "3")),
          first.source().text());
    }
  }

  @Test
  void asksForFewWordsWhereSomebodyPastesMany() {
    Turn turn = conversation.say("Who met Kim? ".repeat(100));
    assertEquals(Fixtures.MESSAGES.get("too.long") + "\n", said(turn));
  }

  @Test
  void saysWhichArticleItIs() {
    Turn turn = conversation.say("/article");
    assertEquals(List.of("headline"), cited(turn));
    assertEquals("Passages: 20 (headline, paragraphs: 14, photo captions: 5)\n", said(turn));
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
        "By Jane Doe, John Roe\nPublished: 1 May\nhttps://example.org/a\nPassages: 1 (paragraphs: 1)\n",
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
  void forgetsAConversationThatWasSilentForLong() {
    AtomicLong now = new AtomicLong();
    Conversations<Integer> all = new Conversations<>(2, SILENCE, now::get, BEGINNER);
    Conversation first = all.with(1);
    now.addAndGet(SILENCE.toNanos() / 2);
    assertSame(first, all.with(1));
    now.addAndGet(SILENCE.toNanos() + 1);
    assertNotSame(first, all.with(1));
  }

  @Test
  void forgetsTheConversationsOfAReader() {
    Conversations<Integer> all = new Conversations<>(9, SILENCE, Ticker.systemTicker(), BEGINNER);
    Conversation first = all.with(1);
    Conversation second = all.with(2);
    all.forget(key -> key == 1);
    assertNotSame(first, all.with(1));
    assertSame(second, all.with(2));
  }

  @Test
  void keepsNoMoreConversationsThanItMay() {
    Conversations<Integer> all = new Conversations<>(2, SILENCE, Ticker.systemTicker(), BEGINNER);
    Conversation first = all.with(1);
    Conversation second = all.with(2);
    Conversation third = all.with(3);
    long kept =
        Stream.of(Map.entry(1, first), Map.entry(2, second), Map.entry(3, third))
            .filter(each -> all.with(each.getKey()) == each.getValue())
            .count();
    assertTrue(kept <= 2, "of three, two at the most are kept");
  }
}
