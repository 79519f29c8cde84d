package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({"Köhler, kohler", "U.S., us", "Łódź, lodz", "O’Regan, o'regan", "Åse, ase"})
  void key(String word, String expected) {
    assertEquals(expected, Folding.key(word));
  }

  @ParameterizedTest
  @CsvSource({
    "shoygu, shoigu",
    "zelensky, zelenskyy",
    "zelenski, zelenskyy",
    "sergey, sergei",
    "mohammed, mohamed",
    "kharkiv, harkiv",
  })
  void spellingsThatSoundTheSame(String one, String other) {
    assertEquals(Folding.sound(one), Folding.sound(other));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, acb, 1",
    "abcd, abc, 1",
    "abcd, xyz, 3",
    "ab, abcde, 3",
  })
  void distance(String one, String other, int expected) {
    assertEquals(expected, Folding.distance(one, other));
  }
}
