package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class TolerantGetUpdatesTest {

  private final TolerantGetUpdates getUpdates = new TolerantGetUpdates(5, 30);

  @Test
  void asksForWhatItCanUse() throws Exception {
    assertEquals(
        Fixtures.JSON.readTree(
            """
            {"offset": 5, "limit": 100, "timeout": 30, "allowed_updates": ["message"],
             "method": "getupdates"}
            """),
        Fixtures.JSON.readTree(Fixtures.JSON.writeValueAsString(getUpdates)));
  }

  @Test
  void keepsTheIdOfAnUpdateThatCannotBeRead() throws Exception {
    List<Update> updates =
        getUpdates.deserializeResponse(
            """
            {"ok": true, "result": [
              {"update_id": 5, "message": {"date": "yesterday"}},
              {"update_id": 6, "message": {"message_id": 1, "date": 1,
                "chat": {"id": 9, "type": "private"}, "text": "who?"}}]}
            """);
    assertEquals(List.of(5, 6), updates.stream().map(Update::getUpdateId).toList());
    assertNull(updates.getFirst().getMessage());
    assertEquals("who?", updates.getLast().getMessage().getText());
  }

  @Test
  void passesOnARefusal() {
    TelegramApiRequestException e =
        assertThrows(
            TelegramApiRequestException.class,
            () ->
                getUpdates.deserializeResponse(
                    "{\"ok\": false, \"error_code\": 409, \"description\": \"Conflict\"}"));
    assertEquals(409, e.getErrorCode());
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThrows(
        TelegramApiRequestException.class,
        () -> getUpdates.deserializeResponse("<html>Bad Gateway</html>"));
  }
}
