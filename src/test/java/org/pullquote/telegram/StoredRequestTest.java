package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

class StoredRequestTest {

  private static ObjectNode stored(String question) throws JsonProcessingException {
    SendMessage reply = new SendMessage("9", "t");
    return StoredRequest.read(
            StoredRequest.store(reply, AddressingTest.message("supergroup", question)))
        .parameters();
  }

  /** The second one was found by fuzzing: its question was never answered. */
  @ParameterizedTest
  @ValueSource(longs = {77, 5_000_000_000L})
  void goesToTheTopicOfDirectMessagesThatItCameFrom(long topic) throws JsonProcessingException {
    ObjectNode request =
        stored("\"text\": \"who?\", \"direct_messages_topic\": {\"topic_id\": " + topic + "}");
    assertEquals(topic, request.path("direct_messages_topic_id").asLong());
    assertEquals("t", request.path("text").asText());
  }

  @Test
  void namesNoTopicWhereThereIsNone() throws JsonProcessingException {
    assertFalse(stored("\"text\": \"who?\"").has("direct_messages_topic_id"));
  }
}
