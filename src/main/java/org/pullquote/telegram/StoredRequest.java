package org.pullquote.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A {@code sendMessage} as the store keeps it. What Telegram answers is read as far as to tell
 * whether the message was sent: the library's own reads all of it, and a message that it cannot
 * read would look as if it had not been sent.
 */
final class StoredRequest extends BotApiMethod<Boolean> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode parameters;

  private StoredRequest(ObjectNode parameters) {
    this.parameters = parameters;
  }

  /** The request as text, to be kept; it goes to the topic of direct messages it replies to. */
  static String store(SendMessage reply, Message question) {
    ObjectNode parameters = JSON.valueToTree(reply);
    if (question.getDirectMessagesTopic() != null) {
      // The library would send an int, and the number may have more bits.
      parameters.put("direct_messages_topic_id", question.getDirectMessagesTopic().getTopicId());
    }
    return parameters.toString();
  }

  /**
   * A request that was kept.
   *
   * @throws IllegalArgumentException if that is none
   */
  static StoredRequest read(String stored) {
    try {
      if (JSON.readTree(stored) instanceof ObjectNode parameters) {
        return new StoredRequest(parameters);
      }
      throw new IllegalArgumentException("the request that was kept is no JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request that was kept is no JSON", e);
    }
  }

  @JsonValue
  ObjectNode parameters() {
    return parameters;
  }

  /** The same to a chat; without the reply if that is another one, which numbers its own. */
  StoredRequest to(long chat) {
    String id = String.valueOf(chat);
    return parameters.path("chat_id").asText().equals(id)
        ? this
        : new StoredRequest(withoutReply().parameters.put("chat_id", id));
  }

  boolean isReply() {
    return parameters.has("reply_parameters");
  }

  StoredRequest withoutReply() {
    return new StoredRequest(parameters.deepCopy().without("reply_parameters"));
  }

  boolean isPlain() {
    return !parameters.has("entities") && !isReply();
  }

  /** The bare text: the least that can be refused. */
  StoredRequest plain() {
    ObjectNode plain = withoutReply().parameters;
    plain.remove("entities");
    return new StoredRequest(plain);
  }

  /** Another text in the same place, as it is kept. */
  String saying(String text) {
    ObjectNode other = parameters.deepCopy().put("text", text);
    other.remove("entities");
    return other.toString();
  }

  @Override
  public String getMethod() {
    return "sendMessage";
  }

  @Override
  public void validate() {}

  @Override
  public Boolean deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode response;
    try {
      response = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      // Not passed on as the cause: its message quotes the text that was sent.
      throw new TelegramApiRequestException("sendMessage was not answered with JSON");
    }
    if (!response.path("ok").isBoolean()) {
      throw new TelegramApiRequestException("sendMessage was not answered by a Bot API server");
    }
    return response.path("ok").asBoolean() || deserializeResponse(answer, Boolean.class);
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "sendMessage";
  }
}
