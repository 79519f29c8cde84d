package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.telegram.SendRules.Refusal;

/** The server of these tests refuses what Telegram refuses, or leaves out without a word. */
class StrictRulesTest {

  private interface Check {
    void run() throws Refusal;
  }

  private static @Nullable String refusal(Check check) {
    try {
      check.run();
      return null;
    } catch (Refusal refusal) {
      return String.valueOf(refusal.getMessage()).replace("Bad Request: ", "");
    }
  }

  private static JsonNode entities(int count, String more) {
    String one = "{\"offset\": 0, \"length\": 1, " + more + "}";
    return TelegramStandIn.json("[" + String.join(",", Collections.nCopies(count, one)) + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 | 'type': 'bold' | ",
        "101 | 'type': 'bold' | ENTITIES_TOO_LONG",
        "1 | 'type': 'text_link', 'url': 'https://example.org/a#:~:text=b,c' | ",
        "1 | 'type': 'text_link', 'url': 'https://example.org/a b' | ENTITY_TEXTURL_INVALID",
        "1 | 'type': 'text_link', 'url': 'example.org' | ENTITY_TEXTURL_INVALID",
        "1 | 'type': 'text_link', 'url': 'javascript:alert(1)' | ENTITY_TEXTURL_INVALID",
        "1 | 'type': 'text_link', 'url': 'file:///etc/passwd' | ENTITY_TEXTURL_INVALID",
        "1 | 'type': 'text_link' | ENTITY_TEXTURL_INVALID",
      },
      quoteCharacter = '"')
  void knowTheLimitsOfWhatIsSetOff(int count, String more, @Nullable String refusal) {
    assertEquals(
        refusal,
        refusal(() -> SendRules.checkText("text", entities(count, more.replace('\'', '"')))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inline | ",
        "p-5_X | ",
        "'' | START_PARAM_INVALID",
        "what is this | START_PARAM_INVALID",
        "é | START_PARAM_INVALID",
        "01234567890123456789012345678901234567890123456789012345678901234 | START_PARAM_INVALID",
      })
  void knowWhatALinkToTheBotMayCarry(String parameter, @Nullable String refusal) {
    JsonNode request =
        TelegramStandIn.json(
            """
            {"inline_query_id": "q", "results": [], "button": {"text": "t", "start_parameter": "%s"}}
            """
                .formatted(parameter));
    CallRules rules = new CallRules();
    rules.ask("q");
    assertEquals(refusal, refusal(() -> rules.check("answerinlinequery", request)));
  }
}
