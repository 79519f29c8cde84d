package org.pullquote.names;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleNounsTest {

  @ParameterizedTest
  @ValueSource(strings = {"minister", "Minister", "prime minister", "woman", "veteran"})
  void oneOfPeople(String noun) {
    assertTrue(PeopleNouns.isOne(noun));
    assertFalse(PeopleNouns.isSeveral(noun));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ministers", "Secretaries", "women", "children", "wives", "MPs"})
  void severalPeople(String noun) {
    assertTrue(PeopleNouns.isSeveral(noun));
    assertFalse(PeopleNouns.isOne(noun));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ministry", "committees", "target", "press", "demands", "s", ""})
  void nobody(String noun) {
    assertFalse(PeopleNouns.isOne(noun));
    assertFalse(PeopleNouns.isSeveral(noun));
  }
}
