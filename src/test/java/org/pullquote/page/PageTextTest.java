package org.pullquote.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "UTF-8 | - | <p>café “ok”",
        "UTF-8 | utf-8 | <p>café “ok”",
        "UTF-8 | iso-8859-1-nonsense | <p>café “ok”",
        "windows-1252 | - | <p>café “ok”",
        "windows-1252 | iso-8859-1 | <p>café “ok”",
        "windows-1252 | utf-8 | <p>café “ok” and more",
        "windows-1252 | - | <meta charset=iso-8859-1><p>café “ok”",
        "windows-1251 | - | <meta http-equiv=x content='text/html; charset=windows-1251'><p>мост",
        "windows-1251 | windows-1251 | <p>мост",
        "Shift_JIS | - | <meta charset=\"Shift_JIS\"><p>橋",
        "UTF-16LE | - | \ufeff<p>café “ok”",
        "UTF-16BE | utf-8 | \ufeff<p>мост",
        "UTF-8 | windows-1252 | \ufeff<p>café",
      })
  void decodesByMarkHeaderOrPage(String charset, String declared, String page) {
    assertEquals(
        page.replace("\ufeff", ""),
        PageText.decode(page.getBytes(Charset.forName(charset)), declared));
  }
}
