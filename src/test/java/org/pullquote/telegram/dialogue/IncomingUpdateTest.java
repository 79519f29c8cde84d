package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.telegram.dialogue.IncomingUpdate.UnreadableException;

class IncomingUpdateTest {

  private static final String USER =
      "\"from\": {\"id\": 7, \"is_bot\": false, \"first_name\": \"R\"}";

  private static Optional<IncomingUpdate> read(String kind, String content)
      throws UnreadableException {
    return IncomingUpdate.read(
        "{\"update_id\": 1, \"%s\": {%s}}".formatted(kind, content.replace("USER", USER)));
  }

  /** The last two were found by fuzzing: kept, they waited for ever. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "message | \"message_id\": 5, \"date\": 1",
        "message | \"message_id\": 5, \"date\": 1, \"chat\": {\"type\": \"private\"}",
        "guest_message | \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"private\"}",
        "callback_query | \"id\": \"q\", \"data\": \"x\"",
        "inline_query | \"id\": \"q\", \"query\": \"x\", \"offset\": \"\"",
        "callback_query | \"id\": \"q\", USER, \"data\": \"x\", \"message\": {\"message_id\": 5, \"date\": 1}",
        "callback_query | \"id\": \"q\", USER, \"data\": \"x\", \"message\": {\"date\": 1, \"chat\": {\"id\": 9, \"type\": \"private\"}}",
      })
  void cannotBeReadWithoutWhatEachOfItsKindHas(String kind, String content) {
    assertThrows(UnreadableException.class, () -> read(kind, content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "message | \"message_id\": 5, \"date\": 1, USER, \"chat\": {\"id\": 9, \"type\": \"private\"} | 9",
        "edited_message | \"message_id\": 5, \"date\": 1, \"edit_date\": 2, USER, \"chat\": {\"id\": 9, \"type\": \"private\"} | 9",
        "guest_message | \"message_id\": 5, \"guest_query_id\": \"g\", \"date\": 1, USER, \"chat\": {\"id\": 9, \"type\": \"group\"} | 9",
        "callback_query | \"id\": \"q\", USER, \"data\": \"x\", \"message\": {\"message_id\": 5, \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"private\"}} | 9",
        "callback_query | \"id\": \"q\", USER, \"data\": \"x\", \"message\": {\"message_id\": 5, \"date\": 0, \"chat\": {\"id\": 9, \"type\": \"private\"}} | 9",
        "callback_query | \"id\": \"q\", USER, \"data\": \"x\", \"inline_message_id\": \"i\" | 7",
        "inline_query | \"id\": \"q\", USER, \"query\": \"x\", \"offset\": \"\" | 7",
      })
  void isDoneInAChatBySomebody(String kind, String content, long chat) throws Exception {
    IncomingUpdate update = read(kind, content).orElseThrow();
    assertEquals(chat, update.chat());
    assertEquals(7, update.doer());
  }

  /** A guest's chats and messages are numbered by another count. */
  @Test
  void isKnownByItsMessageWhereTheBotIsAMember() throws Exception {
    String message =
        "\"message_id\": 5, \"date\": 1, USER, \"chat\": {\"id\": 9, \"type\": \"group\"}";
    assertNotNull(read("message", message).orElseThrow().key());
    assertNotNull(read("edited_message", message + ", \"edit_date\": 2").orElseThrow().key());
    assertEquals(
        Optional.empty(),
        read("guest_message", message + ", \"guest_query_id\": \"g\"").map(IncomingUpdate::key));
  }
}
