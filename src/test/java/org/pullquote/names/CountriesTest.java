package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Russia sold it to North Korea. | Russia;North Korea",
        "the joint US-South Korean military drills | US-South Korean",
        "Russia, Belarus and Iran took part | Russia, Belarus and Iran",
        "Russia and its neighbour Belarus | Russia;Belarus",
        "It was Russia. Belarus came later. | Russia;Belarus",
        "The Kremlin spoke to Beijing and the UN | ''",
        "he told us that turkey is dry | ''",
        "'' | ''",
      })
  void findsNamesAndAdjectives(String text, String expected) {
    assertEquals(
        expected, String.join(";", Countries.in(text).stream().map(s -> s.in(text)).toList()));
  }
}
