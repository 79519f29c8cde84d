package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the rounds that the profile {@code soak} plays many of. */
class KillTest {

  @TempDir Path folder;

  @Test
  void losesNoQuestionWhereTheProcessIsKilled() throws Exception {
    KillRounds.Result result = new KillRounds(folder, 20261124).play(3);
    assertEquals(0, result.lost(), result::toString);
    assertEquals(0, result.repeatedTwice(), result::toString);
  }
}
