package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pullquote.telegram.SendRules.Refusal;

/** The messages that stand in all chats, as they stand now: those of readers and of the bot. */
final class ChatMessages {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a request says that a message shows. */
  private static final String[] CONTENT = {
    "text", "photo", "document", "caption", "entities", "caption_entities", "reply_markup"
  };

  private final Map<Integer, ObjectNode> messages = new LinkedHashMap<>();

  /** Adds a message of a reader. */
  synchronized void add(ObjectNode message) {
    messages.put(message.path("message_id").asInt(), message);
  }

  /** Adds a message of the bot; what Telegram answers. */
  synchronized ObjectNode add(int id, JsonNode request) {
    long chat = request.path("chat_id").asLong();
    ObjectNode message = JSON.createObjectNode();
    message.put("message_id", id).put("date", System.currentTimeMillis() / 1000);
    message.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
    message
        .putObject("from")
        .put("id", LoopbackTelegram.BOT_ID)
        .put("is_bot", true)
        .put("first_name", "Pullquote");
    ObjectNode question = messages.get(request.path("reply_parameters").path("message_id").asInt());
    if (question != null) {
      message.set("reply_to_message", question);
    }
    show(message, request);
    messages.put(id, message);
    return message;
  }

  private static void show(ObjectNode message, JsonNode request) {
    for (String field : CONTENT) {
      if (request.hasNonNull(field)) {
        message.set(
            field,
            switch (field) {
              case "photo" -> SentPicture.asPhoto(request.path(field).asText());
              case "document" -> SentPicture.asDocument(request.path(field).asText());
              default -> request.path(field);
            });
      } else {
        message.remove(field);
      }
    }
  }

  /** Changes a message of the bot, as Telegram lets it. */
  synchronized ObjectNode edit(JsonNode request) throws Refusal {
    ObjectNode message = messages.get(request.path("message_id").asInt());
    if (message == null
        || message.path("chat").path("id").asLong() != request.path("chat_id").asLong()) {
      throw new Refusal(400, "Bad Request: message to edit not found");
    }
    if (message.path("from").path("id").asLong() != LoopbackTelegram.BOT_ID) {
      throw new Refusal(400, "Bad Request: message can't be edited");
    }
    if (request.has("text") && !message.has("text")) {
      throw new Refusal(400, "Bad Request: there is no text in the message to edit");
    }
    ObjectNode before = message.deepCopy();
    show(message, request);
    if (before.equals(message)) {
      throw new Refusal(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup are"
              + " exactly the same as a current content and reply markup of the message");
    }
    return message;
  }

  /** Changes what stands under a photo or a file. */
  synchronized ObjectNode editCaption(JsonNode request) throws Refusal {
    ObjectNode message = messages.get(request.path("message_id").asInt());
    if (message == null || message.has("text")) {
      throw new Refusal(400, "Bad Request: there is no caption in the message to edit");
    }
    ObjectNode content = request.deepCopy();
    content.put("photo", message.at("/photo/0/file_id").asText());
    return edit(content);
  }

  /** A message as it stands now. */
  synchronized ObjectNode get(int id) {
    return Optional.ofNullable(messages.get(id)).map(ObjectNode::deepCopy).orElseThrow();
  }

  /** The newest message of the bot in a chat that is like that. */
  synchronized Optional<ObjectNode> newest(long chat, Predicate<JsonNode> like) {
    return messages.values().stream()
        .filter(message -> message.path("chat").path("id").asLong() == chat)
        .filter(message -> message.path("from").path("is_bot").asBoolean())
        .filter(like)
        .reduce((one, later) -> later)
        .map(ObjectNode::deepCopy);
  }
}
