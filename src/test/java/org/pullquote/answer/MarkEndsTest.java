package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Span;

class MarkEndsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | the mayor Jane Doe, before leaving for Larkhaven | the mayor Jane Doe",
        "PERSON | John Roe, according to a statement | John Roe",
        "PERSON | the minister as Jane Doe | the minister",
        "PERSON | the police as a whole | the police as a whole",
        // What comes first names nobody.
        "PERSON | on the same day, before Jane Doe spoke | on the same day, before Jane Doe spoke",
        "PERSON | Jane Doe, the mayor | Jane Doe, the mayor",
        // Asked for something else, what follows may be it.
        "TIME | on Monday, after the vote | on Monday, after the vote",
      })
  void leavesOffWhatOnlySaysMore(AnswerType type, String mark, String left) {
    String text = "It was " + mark + ".";
    Span span = new Span(7, 7 + mark.length());
    assertEquals(left, MarkEnds.cut(text, span, type).in(text));
  }

  /** In brackets: what was chosen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "PERSON | Instead, [Lennwater, the] private utility, waited. | Lennwater",
        "OTHER | The firm [declined to comment while the inquiry] was under way. | declined to comment",
        "OTHER | The firm [declined to comment while the inquiry was under way]. | declined to comment while the inquiry was under way",
        "REASON | Two [had no batteries, and a text] went out at four. | had no batteries",
        "OTHER | It wanted to [hand them over once all appeals] had been heard. | hand them over once all appeals had been heard",
        "OTHER | They [will strike unless pay rises] by May, he said. | will strike unless pay rises by May",
        "OTHER | They took [his phone, his passport, and his laptop] from the car. | his phone, his passport, and his laptop",
        "REASON | It was [closed because the pumps failed] on Monday. | closed because the pumps failed",
        "PERSON | It was declared [by the WHO] on Tuesday. | by the WHO",
        "OTHER | They found [hepatitis A] in it. | hepatitis A",
        "OTHER | They [shot her] in the leg. | shot her",
        "NUMBER | No more than [400] came. | No more than 400",
        "NUMBER | In a dispute over [300 job losses] they left. | 300 job losses",
        "NUMBER | He was questioned about [12 murders] there. | 12 murders",
        "NUMBER | It killed about [12 people] there. | about 12 people",
        "OTHER | It happens [once a week] in May. | once a week",
        "TIME | They came [in June and July] last year. | in June and July",
        "OTHER | He was [sworn in] on Monday. | sworn in",
        "OTHER | It was [the man who sold the car] to her. | the man who sold the car",
        "CLOCK | He left shortly before [4pm] with a suitcase. | shortly before 4pm",
        "NUMBER | He received at least [€1.4 million] in all. | at least €1.4 million",
        "NUMBER | They built over [the old road] by May. | the old road",
        "PERSON | About [400 people] came. | 400 people",
        "OTHER | She was told that it [\"had the matter in hand]\". | \"had the matter in hand\"",
        "OTHER | He [called it “a robe]” and left. | called it “a robe”",
        "OTHER | He said “[it is late]”. | it is late",
        "OTHER | It had \"[no plans whatsoever\" to leave]. | \"no plans whatsoever\" to leave",
      })
  void leavesNothingDangling(AnswerType type, String marked, String left) {
    int from = marked.indexOf('[');
    int to = marked.indexOf(']') - 1;
    String text = marked.replaceAll("[\\[\\]]", "");
    assertEquals(left, MarkEnds.tidied(text, new Span(from, to), type).in(text));
  }
}
