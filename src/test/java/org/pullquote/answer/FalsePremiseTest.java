package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;

class FalsePremiseTest {

  private static final WhoIsWho NAMES = WhoIsWho.of(Fixtures.ARTICLE, List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Did Putin meet Kim? | Kim Jong-un meets Russia’s defence minister | true",
        "Did Putin meet Kim? | Kim Jong-un meets Russia’s defence minister as Putin woos | false",
        "Did Shoigu meet Kim? | Kim Jong-un meets Russia’s defence minister | false",
        "Was Kim met by Putin? | Kim Jong-un meets Russia’s defence minister | false",
        "Did Kim meet anybody? | Kim Jong-un meets Russia’s defence minister | false",
        "Did Putin woo anybody? | Putin woos Pyongyang | false",
        "Does Putin think that Kim met anybody? | Kim Jong-un meets Russia’s defence minister | false",
        "Can you tell me who met Putin? | Kim Jong-un meets Russia’s defence minister | false",
        "Who met Putin? | Kim Jong-un meets Russia’s defence minister | false",
      })
  void isWhereTheWordsAreOfSomebodyElse(String question, String marked, boolean expected) {
    Passage headline = Fixtures.ARTICLE.passages().getFirst();
    int at = headline.text().indexOf(marked);
    assertEquals(
        expected,
        new FalsePremise(Question.of(question, Context.NONE, NAMES), NAMES)
            .in(headline, () -> List.of(new Span(at, at + marked.length()))));
  }
}
