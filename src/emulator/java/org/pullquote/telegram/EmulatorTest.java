package org.pullquote.telegram;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The scenes once more, against an emulator of the Bot API that others wrote. */
class EmulatorTest extends BotScenes<EmulatedTelegram> {

  @BeforeAll
  static void install() throws Exception {
    Optional<String> obstacle = EmulatedTelegram.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> "The emulator's scenes are skipped: " + obstacle.get());
    EmulatedTelegram.install();
  }

  @Override
  EmulatedTelegram open(String token) throws IOException {
    return new EmulatedTelegram(token);
  }
}
