package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.chat.Messages;
import org.pullquote.telegram.BotApi;
import org.pullquote.telegram.CallRules;
import org.pullquote.telegram.SendRules;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

class BotProfileTest {

  @Test
  void isAnnouncedOnceForEachLanguageAndScope() {
    Set<String> announced = new TreeSet<>();
    for (BotApiMethod<?> call : BotProfile.calls(true)) {
      JsonNode request = Fixtures.JSON.valueToTree(call);
      announced.add(
          String.join(
              " ",
              call.getMethod(),
              request.path("language_code").asText(),
              request.path("scope").path("type").asText()));
    }
    assertEquals(4 * Messages.LANGUAGES.size(), announced.size(), announced::toString);
  }

  @Test
  void isWhatTheBotApiTakes() throws IOException, SendRules.Refusal {
    BotApi api = new BotApi(Fixtures.shared("telegram/bot-api-10.2.json"));
    CallRules rules = new CallRules();
    for (BotApiMethod<?> call : BotProfile.calls(true)) {
      JsonNode request = Fixtures.JSON.valueToTree(call);
      assertEquals(List.of(), api.faults(call.getMethod(), request));
      rules.check(call.getMethod().toLowerCase(Locale.ROOT), request);
    }
  }
}
