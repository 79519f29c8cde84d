package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;

class QuestionNamesTest {

  private static final WhoIsWho WHO = WhoIsWho.of(Fixtures.ARTICLE, List.of());

  private static String mentions(String question) {
    return String.join(
        "; ",
        WHO.mentions(question).stream()
            .map(m -> m.span().in(question) + "=" + m.entity().name() + " " + m.form())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      nullValues = "-",
      value = {
        "What did Mr Shoigu say? | Mr Shoigu=Sergei Shoigu NAME",
        "what did shoygu say | shoygu=Sergei Shoigu NAME",
        "did sergey shoigu go to pyongyang | sergey shoigu=Sergei Shoigu NAME; pyongyang=Pyongyang NAME",
        "shoigus visit | shoigus=Sergei Shoigu NAME",
        "kim jong un met whom | kim jong un=Kim Jong-un NAME",
        "where was Kim Jong‑Un | Kim Jong‑Un=Kim Jong-un NAME",
        "what does yoon suk-yeol want | yoon suk-yeol=Yoon Suk Yeol NAME",
        "who is Russia's defence minister? | Russia's defence minister=Sergei Shoigu ROLE",
        "who is the defense minister of russia | defense minister of russia=Sergei Shoigu ROLE",
        "what did the russian minister promise | russian minister=Sergei Shoigu ROLE",
        "who is north korea's defence minister | north korea's defence minister=Kang Sun-nam ROLE",
        "what did the general do | the general=Sergei Shoigu ROLE",
        "whom did the president invite | the president=Yoon Suk Yeol ROLE",
        "what does the DPRK want from us | DPRK=North Korea NAME",
        "what did shoigu say about the north? | shoigu=Sergei Shoigu NAME; the north=North Korea NAME",
        "what about the U.S.? | U.S.=United States NAME",
        "Does London know? | London=United Kingdom RELATED",
        // Nobody rather than the wrong one
        "Where is Kim Yo-jong? | -",
        "Who is Mrs Shoigu? | -",
        "What did the French president say? | -",
        "What did the former South Korean president say? | South Korean=South Korea NAME",
        "Which president came? | -",
        "did the new defence minister say so | -",
        "Was it a general? | -",
        "who met him | -",
        "Who said what to us? | -",
      })
  void namesOfTheArticle(String question, String expected) {
    assertEquals(expected == null ? "" : expected, mentions(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      nullValues = "-",
      value = {
        "Did Macron meet Kim? | Macron",
        "Did Shoigu meet Emmanuel Macron? | Emmanuel Macron",
        "Where is Kim Yo-jong? | Kim Yo-jong",
        "Who is Mrs Shoigu? | Mrs Shoigu",
        "did shoigu fly to minsk | minsk",
        "Was the parade in London? | London",
        "Does London know? | -",
        "What did Moscow say? | -",
        "What happens on Thursday? | -",
        "What Is the Weather Like Today in Town? | -",
        "what did macron say | -",
        "Satellites saw what? | -",
        "Who performed for Mr Shoigu? | -",
      })
  void namesThatTheArticleLacks(String question, String expected) {
    List<String> unknown =
        WHO.unknownNames(question).stream().map(span -> span.in(question)).toList();
    assertEquals(expected == null ? "" : expected, String.join("; ", unknown));
  }
}
