package org.pullquote.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.language.Vocabulary.Match;

class RunTogetherTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko | 국방장관은 | defence minister",
        "ko | 북한군 | North Korea [군]",
        "ko | 도착했습니까 | arrived",
        "ko | 푸틴은 | [푸틴은]",
        "ko | 군은 | army",
        "ko | 군산 | [군산]",
        "zh | 谁访问了俄罗斯 | who + visited +  + Russia",
        "ja | 北朝鮮 | North Korea",
      })
  void takesWordsApart(String language, String word, String parts) {
    assertEquals(
        parts,
        RunTogether.parts(new Word(word, Word.key(word)), Vocabulary.of(language)).stream()
            .map(part ->
                part.match().map(Match::english).orElseGet(() -> "[" + part.rest().text() + "]"))
            .collect(Collectors.joining(" + "))
            .replace(" + [", " ["));
  }
}
