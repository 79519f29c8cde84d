package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DPRK | North Korea",
        "Russian | Russia",
        "Kiev | Kyiv",
        "Downing Street | Downing Street",
        "U.S. | United States",
        "the Netherlands | Netherlands",
        "St. Lucia | Saint Lucia",
      })
  void knowsOtherNames(String name, String place) {
    Gazetteer.Alias alias = Gazetteer.WORLD.alias(Cast.key(name));
    assertNotNull(alias, name);
    assertEquals(place, alias.place().name());
  }

  /** Names as Unicode CLDR has them, of countries of every kind of name. */
  @ParameterizedTest
  @ValueSource(
      strings = {"KR", "GB", "US", "TR", "TL", "BA", "SZ", "MK", "FM", "CF", "PG", "VA", "AE"})
  void knowsWhatTheJdkCallsACountry(String code) {
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    assertNotNull(Gazetteer.WORLD.alias(Cast.key(name)), name);
  }
}
