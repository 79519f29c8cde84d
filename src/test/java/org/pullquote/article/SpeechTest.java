package org.pullquote.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;

class SpeechTest {

  private static @Nullable String text(Passage passage, @Nullable Span span) {
    return span == null ? null : span.in(passage.text());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "p1 | Russia’s defence minister | -",
        "p2 | - | -",
        "p3 | - | -",
        "p5 | - | -",
        "p7 | - | a US intelligence report last year",
        "p8 | Mr Shoigu | NK News, citing a statement released by the Russian defence ministry via Telegram",
        "p9 | Mr Shoigu | the statement",
        "p10 | - | -",
        "c5 | - | -",
      })
  void findsWhoSpeaksInTheArticle(String id, @Nullable String speaker, @Nullable String via) {
    Passage passage = Fixtures.ARTICLE.passage(id).orElseThrow();
    Speech speech = Speech.in(passage);
    assertEquals(speaker, text(passage, speech.speaker()));
    assertEquals(via, text(passage, speech.via()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "“It is late,” said Jane Doe. | Jane Doe",
        "“It is late,” Jane Doe, an expert at U.K. think-tank Chatham House, told the AP. | Jane Doe",
        "“It is late,” the UN counsel for legal affairs, Elin Björk, told the court. | Elin Björk",
        "\"It is late,\" a bureau spokesperson said. \"It is.\" | a bureau spokesperson",
        "Jane Doe, 58, told reporters that it was \"late\". | Jane Doe",
        "On Tuesday, Jane Doe said it was “late”. | Jane Doe",
        "It is seen as a risk, said Jane Doe, a fellow at the institute. | Jane Doe",
        "The mayor has promised nothing. | -",
        "“It is late,” he said. | -",
        "“It is late,” said Jane Doe. “It is not,” said John Roe. | -",
        "They call it “Victory Day” in the North. | -",
        "He stressed the importance of a “quick” reply. | -",
        "Satellite imagery has indicated that it is late. | -",
        "Mr Lee never said that “the tunnel is safe”. | -",
        "“The spillway is weak.” Anna Bell, a nurse, disagreed with Tom Hill, who said: “It is strong.” | -",
        "Tom Hill said “the spillway is weak”, but Anna Bell insisted that it was strong. | -",
        "Kev Marsden said he would stay. | Kev Marsden",
        "Kev Marsden, a farmer, said he would stay. “Nobody sends a bus for sheep,” he said. | Kev Marsden",
        "Prosecutor Lucie Ferrand said the captain tested negative. | Prosecutor Lucie Ferrand",
        "The death toll could rise, Ferrand said. | Ferrand",
        "The road will stay closed, the council said in a statement. | the council",
        "The road will stay closed, she said. | -",
        "All said that it is late. | -",
        "The defence minister has pledged to boost ties. | The defence minister",
        "Residents say the road is closed. | Residents",
        "Analysts suggest this may be for grain. | Analysts",
        "The results suggest that it is late. | -",
        "Experts say nothing of it. | -",
        "The company has denied it. | The company",
        "A spokeswoman for the council said the road is closed. | A spokeswoman for the council",
        "The official report said little. | -",
        "The police have confirmed it. | The police",
        "“The tunnel is safe,” Mr Lee never said. | -",
        "Neither Mr Lee nor Ms Kim said that it is late. | -",
        "Nobody from the ministry told reporters that it is late. | -",
        "Mr Lee said nothing about the visit, but an aide said that “it was good”. | -",
        "The Han River asked much of the engineers that year. | -",
        "Mr Lee didn’t say much, and told nobody that it is late. | -",
        "The letter described how they wrote that it was late. | -",
        "“It belongs in the valley,” said its director, Jane Doe. “But it cannot travel.” | Jane Doe",
        "\"It's late,\" said Oxford's MP, Jane Doe, who has tabled a bill. | Jane Doe",
        "President Jane Doe called the verdict “a political insult in a robe” and left. | President Jane Doe",
        "The leader of the Civic Bloc, Jane Doe, accused her of “setting fire to a bridge”. | Jane Doe",
        "The tower, called “the needle of the north” by many, fell. | -",
        "Jane Doe called the bridge “Needle”. | -",
        "Jane Doe said it was “sold for a song”. Between May and June, she said, it rose. | Jane Doe",
        "Mr Doe, accused of “sending money to the rebels abroad”, was arrested. | -",
        "Mr Doe, described by the judge as “a danger to the general public”, was jailed. | -",
        "Mr Doe stands accused of “sending money to the rebels abroad”. | -",
        "The mayor called in troops after what witnesses described as “a night of sheer terror”. | -",
        "Mr Doe dismissed a report by the Times that said he was “unfit to hold any public office”. | -",
        "Mr Lee condemned the decision, which the minister had called “a victory for common sense”. | -",
        "Officers called to a flat found a note that read “I am sorry for everything”. | -",
        "Sarah Weir, a lawyer for the minister, Tom Hale, said he would appeal. | Sarah Weir",
        "Mary Kost, the mother of the governor, Ivan Kost, told reporters that he was ill. | Mary Kost",
        "“He lied to us,” said a lawyer for the victim, Sarah Kemp, after the hearing. | a lawyer for the victim",
        "“We will fight,” said a spokesman for the prime minister, Keir Doe, on Monday. | a spokesman for the prime minister",
        "“We lost everything,” said a resident of the village, Kirkby. | a resident of the village",
        "“He must go,” said the adviser, President Doe nodding beside him. | the adviser",
        "In 2019, the president told aides he would resign, Mr Roe said in court. | Mr Roe",
        "In the car, the mayor admitted that she had been paid, prosecutors said on Monday. | prosecutors",
        "Under Secretary Jane Doe said that it was late. | Under Secretary Jane Doe",
        "The manager, Jane Doe, who took over in May, said that she had heard. | Jane Doe",
        "Doe, who has missed only four games since 1983, said he would watch. | Doe",
        "The captain, Jane Doe, whose goal beat Oxford, said the players had been told nothing. | Jane Doe",
        "The Fans' Trust, which has 6,400 members, said it would oppose the sale. | The Fans' Trust",
        "A spokesperson for Roe said that he had “no plans whatsoever”. “It needs a roof,” the spokesperson added. | A spokesperson for Roe",
        "Jane Doe said that it was “late”. “It needs a roof,” the spokesperson added. | -",
        "The council's leader, Jane Doe, welcomed the sale but warned that it would be refused. | Jane Doe",
        "The league said in a statement that it would look at it. | The league",
        "In Oxford, the mayor, Jane Doe, said she had cleared a room. | Jane Doe",
        "In Oxford, the mayor said she had cleared a room. | the mayor",
        "The defence minister, Jane Doe, said through a spokesman that it was late. | Jane Doe",
        "The ministry insisted that the work was done, the state agency Velpress reported. | The ministry",
      })
  void findsWhoSpeaksWhereThePassageSaysIt(String text, @Nullable String speaker) {
    Passage passage = Fixtures.paragraphs(text).passages().getFirst();
    assertEquals(speaker, text(passage, Speech.in(passage).speaker()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "The ministry insisted that the work was done, the state agency Velpress reported. | the state agency Velpress",
        "The storm left 40 dead, the highest number reported. | -",
        "There were two falls, the worst fall reported; nobody came. | -",
        "It was late, Velpress reported on Tuesday. It was cold. | Velpress",
        "Jane Doe, the minister, said through a spokesman that it was late. | a spokesman",
        "Jane Doe said through the night that it was late. | -",
        "He came home, and the losses reported. | -",
        "According to a study, it is late. | a study",
        "It was signed on Monday, according to two people. It takes a week. | two people",
      })
  void findsThroughWhomItCame(String text, @Nullable String via) {
    Passage passage = Fixtures.paragraphs(text).passages().getFirst();
    assertEquals(via, text(passage, Speech.in(passage).via()));
  }

  @Test
  void endsOnTextOfNothingButNames() {
    String text = "It was late, " + "Jane Doe ".repeat(20_000) + "left.";
    assertNull(Speech.in(Fixtures.paragraphs(text).passages().getFirst()).via());
  }

  /** The sentences that a speaker or source answers for, by number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "The bridge opened. It cost two million. Jane Doe said the river is cold. John Roe was not there. | 3",
        "Kev Marsden, a farmer, said he would stay. “Nobody sends a bus for the sheep,” he said. | 1 2",
        "“It is late for all of us here,” said Jane Doe. She added that it was cold. Nobody came. | 1 2",
        "According to Anna Holt, the bridge is safe. Peter Lund disagrees. | 1",
        "“The tunnel is safe for now. It will hold for a year,” Mr Lee told reporters. He left. | 1 2",
        "Nobody came. | ",
      })
  void tellsWhichSentencesAreTheirs(String text, @Nullable String said) {
    Passage passage = Fixtures.paragraphs(text).passages().getFirst();
    Speech speech = Speech.in(passage);
    String numbers =
        IntStream.rangeClosed(1, passage.sentences().size())
            .filter(number -> speech.said().contains(passage.sentences().get(number - 1)))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" "));
    assertEquals(Objects.requireNonNullElse(said, ""), numbers);
  }
}
