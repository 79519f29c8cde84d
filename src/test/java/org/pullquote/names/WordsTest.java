package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "Kim Jong-un’s visit | kim jong un visit",
        "the U.S. fleet | the us fleet",
        "J. K. Roe isn’t here. | j k roe isn't here",
        "N. Korea, 1950-53 | n korea 1950 53",
        "the Nations’ (UN) court | the nations un court",
      })
  void words(String text, String keys) {
    Words words = Words.of(text);
    assertEquals(keys, words.key(0, words.size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "“It rains,” he said. | it rains",
        "\"It rains,\" he said. | it rains",
        "‘It isn’t dry,’ he said. | it isn't dry",
        "He said: “It rains | it rains",
        "The nurses’ strike | ''",
      })
  void whatIsQuoted(String text, String quoted) {
    String keys =
        String.join(
            " ", Words.of(text).tokens().stream().filter(Token::quoted).map(Token::key).toList());
    assertEquals(quoted.replace("''", ""), keys);
  }
}
