package org.pullquote.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://novy.example/bridge?id=1",
        "http://novy.example:80/",
        "https://93.184.216.34/x",
        "https://[2606:2800:220:1::1]/x",
        "https://123.novy.example/",
      })
  void readsLinksOfTheWeb(String link) throws FetchException {
    assertEquals(HttpUrl.get(link), Link.parse(link));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "novy.example",
        "file:///etc/passwd",
        "ftp://novy.example/",
        "javascript:alert(1)",
        "https://",
        "https://user@novy.example/",
        "https://user:word@novy.example/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://127.0.0.01/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://localhost/",
        "http://router/",
        "http://[fe80::1%25eth0]/",
      })
  void refusesOthersAndOddNotations(String link) {
    FetchException refusal = assertThrows(FetchException.class, () -> Link.parse(link));
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void refusesALinkWithoutEnd() {
    assertThrows(
        FetchException.class, () -> Link.parse("https://novy.example/" + "a".repeat(5000)));
  }
}
