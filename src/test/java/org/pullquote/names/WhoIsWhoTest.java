package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

class WhoIsWhoTest {

  static WhoIsWho read(String text) {
    return WhoIsWho.of(Fixtures.article(text), List.of());
  }

  private static Optional<Entity> called(WhoIsWho who, String name) {
    return who.entities().stream().filter(entity -> entity.names().contains(name)).findFirst();
  }

  @Test
  void tellsTwoOfOneSurnameApartByTheirTitles() {
    WhoIsWho who =
        read(
            "Village Hall\n\nMr Smith met Mrs Smith on Monday. Later Mr Smith left. Mrs Smith said"
                + " “it was good for both of us”.");
    List<Entity> people =
        who.entities().stream().filter(entity -> entity.kind() == EntityKind.PERSON).toList();
    assertEquals(2, people.size(), people::toString);
  }

  @Test
  void joinsEachWithTheFullNameOfThatTitle() {
    WhoIsWho who =
        read(
            "Village Hall\n\nJohn Smith, a builder, met Jane Smith, a nurse, on Monday. Mr Smith left"
                + " early. Mrs Smith stayed.");
    assertTrue(called(who, "John Smith").orElseThrow().names().contains("Mr Smith"));
    assertTrue(called(who, "Jane Smith").orElseThrow().names().contains("Mrs Smith"));
  }

  @Test
  void takesATeamForNobody() {
    WhoIsWho who =
        read(
            "Village Hall\n\nThe village wants to sell Larkhaven Rovers. Rovers, who were relegated"
                + " last May, play here. They met Jane Roe, who was there.");
    assertEquals(EntityKind.OTHER, called(who, "Larkhaven Rovers").orElseThrow().kind());
    assertEquals(EntityKind.PERSON, called(who, "Jane Roe").orElseThrow().kind());
  }

  @Test
  void takesWhoHasTheSurnameOfAPersonForOne() {
    WhoIsWho who =
        read(
            "Village Hall\n\nThe dead were Michal Wozniak, 36, and a neighbour. His widow, Agata, was"
                + " at work in New Wozniak. Everybody knew Agata Wozniak there.");
    Entity widow = called(who, "Agata Wozniak").orElseThrow();
    assertEquals(EntityKind.PERSON, widow.kind());
    assertEquals(Optional.of(widow), called(who, "Agata"));
    assertEquals(EntityKind.OTHER, called(who, "New Wozniak").orElseThrow().kind());
  }

  /** The names of the entity that the last "he" or "she" of an article means, or "-". */
  private static String lastPronoun(String text) {
    Article article = Fixtures.article(text);
    WhoIsWho who = WhoIsWho.of(article, List.of());
    Passage last = article.passages().getLast();
    int at = Math.max(last.text().lastIndexOf("he "), last.text().lastIndexOf("He "));
    return who.mentions(last).stream()
        .filter(mention -> mention.form() == Mention.Form.PRONOUN)
        .filter(mention -> mention.span().end() == at + 2)
        .map(mention -> mention.entity().name())
        .findFirst()
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        // Surnames, titles, order of names, spellings
        "Anna Holt spoke first. Later, Ms Holt left. | Anna Holt | Ms Holt",
        "Anna Holt spoke first. Then Holt left. | Anna Holt | Holt",
        "The film shows Park Min-ho. On Monday, Park left. | Park Min-ho | Park",
        "The film shows Yun Seok Yeol. On Monday, Yun left. | Yun Seok Yeol | Yun",
        "They met Lu Jianwang. On Monday, Lu left. | Lu Jianwang | Lu",
        "They met Robert J. Miller. Robert Miller left. | Robert J. Miller | Robert Miller",
        "They met Volodymyr Zelenskyy. Later, Zelensky left. | Volodymyr Zelenskyy | Zelensky",
        "They met Jürgen Köhler, 58, of Ulm. Then Kohler left. | Jürgen Köhler | Kohler",
        "They met Kim Jong-un. Again Kim Jong Un left. | Kim Jong-un | Kim Jong Un",
        "They met Ludwig van Houten, a nurse. Then van Houten left. | Ludwig van Houten | van Houten",
        // Roles beside names
        "Ida Moss, the Danish prime minister, left. | Ida Moss | Danish prime minister",
        "The Danish prime minister, Ida Moss, left. | Ida Moss | Danish prime minister",
        "Danish Prime Minister Ida Moss left. | Ida Moss | Danish Prime Minister",
        "Ola Berg, 44, a former mayor of Oslo, left. | Ola Berg | former mayor of Oslo",
        "They met senior politician Ola Berg. The politician left. | Ola Berg | The politician",
        "Ola Berg was named the new leader of Norway. | Ola Berg | new leader of Norway",
        "Denmark’s ambassador to the UN, Ida Moss, left. | Ida Moss | Denmark’s ambassador to the UN",
        "The chief of the port for safety, Ida Moss, told reporters. The chief left. | Ida Moss | The chief",
        // Roles that only one can hold
        "Ida Moss, the Danish defence minister, left. Denmark’s defence minister won. "
            + "| Ida Moss | Denmark’s defence minister",
        "Ida Moss, the Danish defense minister, left. The defence minister of Denmark won. "
            + "| Ida Moss | defence minister of Denmark",
        "Ida Moss, the Danish defence minister, left. The Danish minister won. | Ida Moss | Danish minister",
        "Denmark’s king spoke. The Danish king left. | Denmark’s king | Danish king",
        "The priest, Ola Berg, prayed. Then the priest left. | Ola Berg | the priest",
        // Headline, caption
        "H:Kim Jong-un meets Norway’s defence minister / C:Ola Berg meets Kim Jong-un in Oslo / "
            + "Ola Berg, a farmer, is 50. | Ola Berg | Norway’s defence minister",
        "H:Norway’s king sues Ida Moss / C:Harald Lund sues Ida Moss / Harald Lund, 60, is tall. "
            + "| Harald Lund | Norway’s king",
        // Counterparts
        "Norway’s trade minister Ola Berg was met by his Danish counterpart Ida Moss. "
            + "The Danish trade minister left. | Ida Moss | Danish trade minister",
        // Places and organisations
        "The Danish fleet left Denmark. | Denmark | Danish",
        "North Korea and South Korea talk. Then the North left. | North Korea | the North",
        "The U.S. fleet left. America waits. | United States | America",
        "The International Court of Justice sat. The ICJ rose. | International Court of Justice | ICJ",
        "The Harbour Safety Board (HSB) met. Then the HSB left. | Harbour Safety Board | HSB",
        "The Harbour Safety Board met. Then the HSB left. | Harbour Safety Board | HSB",
        "The Port Committee met. Then the committee left. | Port Committee | the committee",
        "Russia’s Defense Ministry spoke. The Russian defence ministry left. "
            + "| Russia’s Defense Ministry | Russian defence ministry",
      })
  void twoNamesOfOne(String text, String name, String other) {
    WhoIsWho who = read(text);
    assertTrue(
        called(who, name).filter(entity -> entity.names().contains(other)).isPresent(),
        () -> who.entities().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "Anna Holt met Peter Holt. Then Holt left. | Anna Holt | Holt",
        "Anna Holt met Peter Holt. Then Mr Holt left. | Anna Holt | Mr Holt",
        "Ida Moss, the Danish king, met a former Danish king. | Ida Moss | former Danish king",
        "Ida Moss, Danish president, met the former Danish president, Ola Berg. | Ida Moss | former Danish president",
        "After meeting Ida Moss, the Danish king said it rained. | Ida Moss | Danish king",
        "They invited Ida Moss, the Danish king, and Ola Berg. | Ola Berg | Danish king",
        "Danish President Ida Moss met Swedish President Ola Berg. The president left. | Ida Moss | the president",
        "H:Kim Jong-un meets Norway’s defence minister / C:Ola Berg meets Kim Jong-un / "
            + "C:Nils Dahl meets Kim Jong-un | Ola Berg | Norway’s defence minister",
        "H:Kim Jong-un meets Norway’s king / Swedish President Ola Berg meets Kim Jong-un | Ola Berg | Norway’s king",
        "The North is cold. They left South Sudan. | South Sudan | the South",
        "The group left. Then came the Port Action Group. | Port Action Group | The group",
        "They met Kim Jong-un. Later, Kim Yo-jong left. | Kim Jong-un | Kim Yo-jong",
        "The court sat. The Supreme Court and the High Court differ. The court rose. | High Court | The court",
        "The new Port Bill is law. Bill left. | Port Bill | Bill",
      })
  void neverTakesTwoForOne(String text, String name, String other) {
    WhoIsWho who = read(text);
    assertFalse(
        called(who, name).filter(entity -> entity.names().contains(other)).isPresent(),
        () -> who.entities().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "Ola Berg, 50, left early. He was ill. | Ola Berg",
        "“It rains,” said Ola Berg. / “It pours,” he said. | Ola Berg",
        "“It rains,” Ola Berg told Nils Dahl. / “It pours,” he said. | Ola Berg",
        "“It rains,” said Ola Berg, a farmer. / “It pours,” he told Nils Dahl. | Ola Berg",
        "Ola Berg, 50, met Nils Dahl, 60. He was ill. | -",
        "Mr Berg met Mrs Dahl. He was ill. | Mr Berg",
        "Mr Berg met Mrs Dahl. Then she was ill. | Mrs Dahl",
        "Mrs Dahl left. He was ill. | -",
        "A man met Ola Berg. He was ill. | -",
        "Ola Berg, 50, left. It rained. He was ill. | -",
        "Ola Berg, 50, left. “Then he fell ill.” | -",
        "Ola Berg said that because he was ill, Nils Dahl, 50, left. | -",
        "Ola Berg, 50, left. / C:A town in Norway / The weather was bad when he came. | Ola Berg",
      })
  void pronounsWhereTheyAreSure(String text, String whom) {
    String expected = whom.strip();
    assertTrue(
        lastPronoun(text).equals(expected) || expected.endsWith(lastPronoun(text)),
        () -> expected + " but was " + lastPronoun(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headline | Kim Jong-un=Kim Jong-un; Russia’s defence minister=Sergei Shoigu; Putin=Putin; Pyongyang=Pyongyang",
        "c1 | Sergei Shoigu=Sergei Shoigu; Kim Jong-un=Kim Jong-un; Pyongyang=Pyongyang",
        "c3 | Russia’s defence minister=Sergei Shoigu; Liberation Tower=Liberation Tower",
        "p5 | Mr Shoigu=Sergei Shoigu; Pyongyang=Pyongyang; North Korean counterpart=Kang Sun-nam; "
            + "Kang Sun-nam=Kang Sun-nam; Korean=Korean; Russian=Russia",
        "p10 | Russia=Russia; Democratic People’s Republic of Korea=North Korea; he=Sergei Shoigu",
        "p13 | Pyongyang=Pyongyang; the South=South Korea",
      })
  void whomTheArticleSpeaksOf(String id, String expected) {
    WhoIsWho who = WhoIsWho.of(Fixtures.ARTICLE, List.of());
    Passage passage = Fixtures.ARTICLE.passage(id).orElseThrow();
    List<String> mentions =
        who.mentions(passage).stream()
            .map(m -> m.span().in(passage.text()) + "=" + m.entity().name())
            .toList();
    assertEquals(expected, String.join("; ", mentions));
  }

  @Test
  void mentionsAreInOrderAndDoNotOverlap() {
    WhoIsWho who = WhoIsWho.of(Fixtures.ARTICLE, List.of());
    for (Passage passage : Fixtures.ARTICLE.passages()) {
      int end = 0;
      for (Mention mention : who.mentions(passage)) {
        assertTrue(mention.span().start() >= end, passage.id());
        assertTrue(who.entities().contains(mention.entity()), passage.id());
        end = mention.span().end();
      }
      assertTrue(end <= passage.text().length());
    }
  }

  @Test
  void otherNamesFindAPassageThatSaysHe() {
    WhoIsWho who = WhoIsWho.of(Fixtures.ARTICLE, List.of());
    Set<String> names = who.otherNames(Fixtures.ARTICLE.passage("p10").orElseThrow());
    assertTrue(names.containsAll(Set.of("Sergei Shoigu", "Mr Shoigu", "North Korea", "Russian")));
    assertFalse(names.contains("Russia"), "the passage itself says so");
  }

  @Test
  void theSpeakerBehindHe() {
    WhoIsWho who = WhoIsWho.of(Fixtures.ARTICLE, List.of());
    for (String id : List.of("p8", "p9", "p10")) {
      Passage passage = Fixtures.ARTICLE.passage(id).orElseThrow();
      assertEquals("Sergei Shoigu", who.speaker(passage).orElseThrow().name());
    }
  }

  @Test
  void relatedNamesAreNotTheSame() {
    WhoIsWho who = read("Moscow spoke. Russia waits.");
    Entity moscow = called(who, "Moscow").orElseThrow();
    assertEquals("Moscow", moscow.name());
    assertTrue(moscow.related().contains("Russia"));
    assertFalse(moscow.names().contains("Russia"));
  }

  @Test
  void editorsKnowBetter() {
    String text = "The Lion of Oslo won. Ola Berg, a boxer, smiled.";
    List<Set<String>> aliases = List.of(Set.of("Ola Berg", "Lion of Oslo", "the Champ"));
    WhoIsWho who = WhoIsWho.of(Fixtures.article(text), aliases);
    assertEquals("Ola Berg", who.mentions("when did the champ smile").getFirst().entity().name());
  }

  @Test
  void passagesOfOtherArticlesAreRefused() {
    WhoIsWho who = read("Ola Berg left.");
    Passage other = Fixtures.ARTICLE.passages().getFirst();
    assertThrows(IllegalArgumentException.class, () -> who.mentions(other));
  }

  /** Cuts and joins the article's words at random: whatever comes of it, it is read. */
  @Test
  void readsWhateverStandsThere() {
    Random random = new Random(7);
    List<String> words =
        Fixtures.ARTICLE.passages().stream()
            .flatMap(passage -> Stream.of(passage.text().split("(?<=[ ,.“”’-])")))
            .toList();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        text.append(words.get(random.nextInt(words.size())));
        text.append(random.nextInt(12) == 0 ? " / " : "");
      }
      String question = text.toString().replace(" / ", " ");
      Article article = Fixtures.article("Start" + text);
      WhoIsWho who = WhoIsWho.of(article, List.of(Set.of("Kim", "Pyongyang", "")));
      article.passages().forEach(passage -> assertFalse(who.otherNames(passage).contains("")));
      assertTrue(who.mentions(question).size() <= question.length());
      who.unknownNames(question).forEach(span -> assertFalse(span.in(question).isBlank()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "🙂", "’s", "of the", "Mr", "King", "the the the"})
  void questionsWithoutANameNameNobody(String question) {
    assertEquals(List.of(), WhoIsWho.of(Fixtures.ARTICLE, List.of()).mentions(question));
  }

  @Test
  void anArticleWithoutNamesHasNobody() {
    assertEquals(List.of(), read("It rained all day. Nobody came.").entities());
  }
}
