package org.pullquote.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.article.ResourceLines;
import org.pullquote.language.Vocabulary.Match;

class VocabularyTest {

  @ParameterizedTest
  @CsvSource({
    "ru, министра, minister",
    "ru, министра обороны, defence minister",
    "ru, встретились, met",
    "ru, Китаем, China",
    "ru, Иране, Iran",
    "ru, Ираке, Iraq",
    "ru, Саудовской Аравии, Saudi Arabia",
    "uk, прем’єром, prime minister",
    "uk, Німеччині, Germany",
    "pl, Rosją, Russia",
    "de, Nordkorea, North Korea",
    "fr, états-unis, United States",
    "tr, İran, Iran",
  })
  void knowsFormsOfWordsAndCountries(String language, String words, String english) {
    assertEquals(
        Optional.of(english),
        Vocabulary.of(language).longest(Word.in(words), 0).map(Match::english));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh"
      })
  void hasQuestionWordsAndAnEnglishWordForMost(String language) {
    List<String> lines = ResourceLines.of(Vocabulary.class, "words-" + language + ".tsv");
    assertTrue(lines.stream().allMatch(line -> line.chars().filter(c -> c == '\t').count() <= 1));
    assertTrue(lines.stream().filter(line -> line.contains("\t")).count() > 0.9 * lines.size());
    for (String asking : List.of("who", "what", "where", "when", "why", "how")) {
      assertTrue(lines.stream().anyMatch(line -> line.endsWith("\t" + asking)), asking);
    }
  }

  @ParameterizedTest
  @CsvSource({"es, nuclear", "de, general", "fr, parade", "es, china"})
  void tellsNothingByWhatIsEnglishToo(String language, String word) {
    assertTrue(Vocabulary.of(language).longest(Word.in(word), 0).isPresent());
    assertFalse(Vocabulary.of(language).knows(word));
  }
}
