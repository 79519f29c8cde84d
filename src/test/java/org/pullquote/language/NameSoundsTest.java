package org.pullquote.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSoundsTest {

  private final NameSounds names =
      new NameSounds(
          List.of(
              "Kim Jong-un",
              "Sergei Shoigu",
              "Xi Jinping",
              "Volodymyr Zelensky",
              "Joe Biden",
              "Robert Mugabe",
              "Yahya Sinwar",
              "the general"));

  @ParameterizedTest
  @CsvSource({
    "Kim Chen Yn, Kim Jong-un",
    "gimjeong-eun, Kim Jong-un",
    "Schoigu, Shoigu",
    "Choigou, Shoigu",
    "Shoyhu, Shoigu",
    "syoigu, Shoigu",
    "Si Tszin'pin, Xi Jinping",
    "Zelenskyy, Zelensky",
    "jellenseuki, Zelensky",
    "Bayden, Biden",
    "mugabe, Mugabe",
    "Sinvar, Sinwar",
  })
  void findsNamesHoweverTheyAreSpelt(String romanized, String name) {
    assertEquals(Optional.of(name), names.alike(romanized));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Putin", "Merkel", "general", "Sako", "Kimono", "Jun", "bitkoin", ""})
  void findsNoOthers(String romanized) {
    assertEquals(Optional.empty(), names.alike(romanized));
  }
}
