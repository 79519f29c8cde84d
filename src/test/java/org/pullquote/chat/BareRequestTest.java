package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.chat.BareRequest.OfCommand;
import org.pullquote.chat.BareRequest.OfPassage;
import org.pullquote.chat.BareRequest.OfSummary;

class BareRequestTest {

  @ParameterizedTest
  @CsvSource({"people, PEOPLE", "Places, PLACES", "map?, MAP", "photos, PHOTOS"})
  void isACommandByItsWordAlone(String text, Command command) {
    assertEquals(Optional.of(new OfCommand(command)), BareRequest.of(text));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "¶ 5, 5", "p5, p5", "C1?, C1"})
  void isAPassageByItsPlaceAlone(String text, String place) {
    assertEquals(Optional.of(new OfPassage(place)), BareRequest.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "give me a summary",
        "tl;dr",
        "Summarize the article",
        "can you give me a short summary please",
        "key points?",
        "кратко",
        "сделай краткое резюме",
        "стисло",
        "요약해 줘",
      })
  void isASummary(String text) {
    assertEquals(Optional.of(new OfSummary()), BareRequest.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people in the photo?",
        "who met Kim?",
        "5 people?",
        "1953 armistice",
        "What is the main point of the talks?",
        "What does the report summarise?",
        "said",
        "more",
      })
  void isNoneWhereSomethingIsAsked(String text) {
    assertEquals(Optional.empty(), BareRequest.of(text));
  }
}
