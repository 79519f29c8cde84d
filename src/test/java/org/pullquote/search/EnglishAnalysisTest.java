package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.article.Span;

class EnglishAnalysisTest {

  private final EnglishAnalysis analysis = new EnglishAnalysis();

  @ParameterizedTest
  @CsvSource({
    "met, meeting",
    "welcomed, welcome",
    "laid, lays",
    "Russia’s, russia",
    "Russia's, Russia",
    "Hammarskjöld, hammarskjold",
    "spoke, speaks",
    "oversaw, overseeing",
  })
  void reducesFormsOfAWordToOneTerm(String one, String other) {
    assertEquals(analysis.tokens(one).getFirst().term(), analysis.tokens(other).getFirst().term());
  }

  @Test
  void knowsWhereATermStands() {
    List<EnglishAnalysis.Token> tokens = analysis.tokens("🇰🇵 Kim Jong-un’s");
    assertEquals(new Span(5, 8), tokens.get(tokens.size() - 3).span());
    assertEquals(new Span(14, 18), tokens.getLast().span());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who met Kim Jong-un, and where? | meet kim jong un",
        "What does the article say about it? | ''",
        "Can you tell me who had a meeting? | meet",
        "kim kim KIM | kim",
      })
  void takesTheWordsThatAQuestionIsAbout(String question, String terms) {
    assertEquals(terms, String.join(" ", analysis.asked(question).terms()));
  }

  @Test
  void tellsNamesByTheirCapitals() {
    assertEquals(
        Set.of("lavrov", "kazan"), analysis.asked("Did Lavrov go to Kazan by train?").names());
    assertEquals(Set.of(), analysis.asked("Lavrov, what did he do?").names());
  }

  @Test
  void cutsAQuestionOfEndlessWords() {
    String endless =
        IntStream.range(0, 5000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertEquals(64, analysis.asked(endless).terms().size());
  }
}
