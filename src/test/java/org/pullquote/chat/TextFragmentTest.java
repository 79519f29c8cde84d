package org.pullquote.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFragmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://e.org/a | Kim met him. | https://e.org/a#:~:text=Kim%20met%20him.",
        "https://e.org/a#top | Kim met him. | https://e.org/a#top:~:text=Kim%20met%20him.",
        "https://e.org/a#:~:text=old | Kim met him. | https://e.org/a#:~:text=Kim%20met%20him.",
        "https://e.org/a#top:~:text=old | Kim met him. | https://e.org/a#top:~:text=Kim%20met%20him.",
        "https://e.org/a | Kim Jong-un, R&D | https://e.org/a#:~:text=Kim%20Jong%2Dun%2C%20R%26D",
        "https://e.org/a | 김정은 “x” | https://e.org/a#:~:text=%EA%B9%80%EC%A0%95%EC%9D%80%20%E2%80%9Cx%E2%80%9D",
        "https://e.org/a | a b c d e f g h i j k l | https://e.org/a#:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l",
        "https://e.org/a | a b c d e f g h i j k l m | https://e.org/a#:~:text=a%20b%20c%20d%20e%20f,h%20i%20j%20k%20l%20m",
      })
  void leadsToTheWordsOfAQuote(String url, String quote, String link) {
    assertEquals(link, TextFragment.link(url, quote));
  }

  /** Chinese, Japanese and Thai write no spaces. */
  @Test
  void namesALongRunOfCharactersByItsEnds() {
    assertEquals(
        "https://e.org/a#:~:text=" + "a".repeat(60) + "," + "b".repeat(60),
        TextFragment.link("https://e.org/a", "a".repeat(200) + "b".repeat(200)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://e.org/a, true",
        "HTTP://e.org, true",
        "-, false",
        "e.org/a, false",
        "ftp://e.org/a, false",
        "javascript:alert(1), false",
        "https://e.org/a b, false",
      })
  void linksOnlyWhereAReaderCanGo(String url, boolean linkable) {
    assertEquals(linkable, TextFragment.isLinkable(url));
  }
}
