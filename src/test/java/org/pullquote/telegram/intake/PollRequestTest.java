package org.pullquote.telegram.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class PollRequestTest {

  private final PollRequest request = new PollRequest(5, 100, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "5 | {\"offset\": 5, \"limit\": 100, \"timeout\": 30, \"allowed_updates\": [\"message\", \"edited_message\", \"callback_query\", \"inline_query\", \"guest_message\"], \"method\": \"getUpdates\"}",
        "0 | {\"limit\": 100, \"timeout\": 30, \"allowed_updates\": [\"message\", \"edited_message\", \"callback_query\", \"inline_query\", \"guest_message\"], \"method\": \"getUpdates\"}",
      })
  void asksForWhatItCanUse(long offset, String expected) throws Exception {
    assertEquals(
        Fixtures.JSON.readTree(expected),
        Fixtures.JSON.readTree(Fixtures.JSON.writeValueAsString(new PollRequest(offset, 100, 30))));
  }

  @Test
  void takesEachUpdateAsItComes() throws Exception {
    List<RawUpdate> updates =
        request.deserializeResponse(
            """
            {"ok": true, "result": [{"update_id": 5, "message": {"date": "yesterday"}},
              {"update_id": 3000000000, "no_such_kind": 1}, 7]}
            """);
    assertEquals(
        List.of(
            new RawUpdate(5, "{\"update_id\":5,\"message\":{\"date\":\"yesterday\"}}", null),
            new RawUpdate(3_000_000_000L, "{\"update_id\":3000000000,\"no_such_kind\":1}", null),
            new RawUpdate(0, "7", null)),
        updates);
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 30_000, 200_000})
  void putsAsideAnUpdateThatIsNestedDeeperThanTheLibraryReads(int depth) {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    PollRequest.UnreadableException e =
        assertThrows(
            PollRequest.UnreadableException.class,
            () ->
                request.deserializeResponse(
                    "{\"ok\": true, \"result\": [{\"update_id\": 5, \"message\": " + deep + "}]}"));
    assertEquals(5, e.first().id());
  }

  @Test
  void passesOnARefusal() {
    TelegramApiRequestException e =
        assertThrows(
            TelegramApiRequestException.class,
            () ->
                request.deserializeResponse(
                    "{\"ok\": false, \"error_code\": 409, \"description\": \"Conflict\"}"));
    assertEquals(409, e.getErrorCode());
  }

  @Test
  void findsTheUpdateInWhatIsNoJson() {
    PollRequest.UnreadableException e =
        assertThrows(
            PollRequest.UnreadableException.class,
            () ->
                request.deserializeResponse(
                    "{\"ok\": true, \"result\": [{\"update_id\": 17, \"message\": SECRET"));
    assertEquals(17, e.first().id());
    assertEquals("no readable JSON", e.first().fault());
    assertFalse(e.toString().contains("SECRET"));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThrows(
        TelegramApiRequestException.class,
        () -> request.deserializeResponse("<html>Bad Gateway</html>"));
  }
}
