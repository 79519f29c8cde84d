package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What of an update is kept until it is answered: who wrote where and what, by numbers, and which
 * file that is. Names of people and chats, contacts and places are left out.
 */
public final class KeptUpdate {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The library reads no user without one. */
  private static final String FIRST_NAME = "first_name";

  /** A topic's opening, of which no more is asked than whether it is one. */
  private static final String TOPIC_OPENED = "forum_topic_created";

  /** All fields that answering asks for, in whatever they stand. */
  private static final Set<String> FIELDS =
      Set.of(
          "update_id",
          "message",
          "edited_message",
          "guest_message",
          "callback_query",
          "message_id",
          "message_thread_id",
          "is_topic_message",
          "direct_messages_topic",
          "topic_id",
          "media_group_id",
          "guest_query_id",
          "date",
          "edit_date",
          "chat",
          "sender_chat",
          "from",
          "user",
          "via_bot",
          "id",
          "is_bot",
          "language_code",
          "type",
          "text",
          "caption",
          "entities",
          "caption_entities",
          "offset",
          "length",
          "reply_to_message",
          "quote",
          "position",
          "document",
          "photo",
          "file_id",
          "file_unique_id",
          "file_name",
          "file_size",
          "width",
          "height",
          "data",
          "chat_instance");

  private KeptUpdate() {}

  /** An update, as JSON, without what it does not take to answer it. */
  public static String of(String json) {
    try {
      return JSON.writeValueAsString(kept(JSON.readTree(json)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the update is no JSON");
    }
  }

  private static JsonNode kept(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode kept = JSON.createArrayNode();
      list.forEach(each -> kept.add(kept(each)));
      return kept;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode kept = JSON.createObjectNode();
    object
        .properties()
        .forEach(field -> {
          if (FIELDS.contains(field.getKey())) {
            kept.set(field.getKey(), kept(field.getValue()));
          } else if (field.getKey().equals(FIRST_NAME)) {
            kept.put(FIRST_NAME, "");
          } else if (field.getKey().equals(TOPIC_OPENED)) {
            kept.putObject(TOPIC_OPENED).put("name", "").put("icon_color", 0);
          }
        });
    return kept;
  }
}
