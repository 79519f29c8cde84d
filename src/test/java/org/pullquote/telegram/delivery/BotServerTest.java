package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotServerTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.telegram.org, https, api.telegram.org, 443",
    "http://127.0.0.1:8081, http, 127.0.0.1, 8081",
    "HTTP://localhost/, http, localhost, 80",
  })
  void reads(String url, String scheme, String host, int port) {
    assertEquals(new BotServer(scheme, host, port), BotServer.parse(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.telegram.org",
        "ftp://a",
        "http://a/path",
        "http://u:p@a",
        "http:// a",
        "http://a?b",
        "http://a:0",
        "http://a:99999"
      })
  void refusesWhatItCannotReach(String url) {
    assertThrows(IllegalArgumentException.class, () -> BotServer.parse(url));
  }

  @Test
  void aTokenShowsItselfToNobody() {
    BotToken token = new BotToken(" 123:ABC-def_9\n");
    assertEquals("123:ABC-def_9", token.secret());
    assertFalse(token.toString().contains("ABC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CANARY", "123:", "abc:CANARY", "123:CAN ARY"})
  void refusesWhatIsNoTokenWithoutRepeatingIt(String secret) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new BotToken(secret));
    assertFalse(e.getMessage().contains("CAN"));
  }
}
