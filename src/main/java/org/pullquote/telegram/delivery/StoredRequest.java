package org.pullquote.telegram.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A call that says something, as the store keeps it: the method, its parameters, the reader's
 * language, and a picture where it sends one. What Telegram answers is read as far as to tell
 * whether it was carried out: the library's own reads all of it, and a message that it cannot read
 * would look as if it had not been sent.
 */
public final class StoredRequest extends BotApiMethod<Boolean> {

  private static final String SEND_MESSAGE = "sendMessage";

  /** What the library adds to each request. */
  private static final String METHOD_FIELD = "method";

  private static final String PARAMETERS = "parameters";
  private static final String LANGUAGE = "language";
  private static final String REPLY_MARKUP = "reply_markup";
  private static final String PICTURE = "picture";

  /** The parameters of the message that says in words what a picture shows. */
  private static final String IN_WORDS = "in_words";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode envelope;

  private StoredRequest(ObjectNode envelope) {
    this.envelope = envelope;
  }

  /**
   * A call of the library's.
   *
   * @param locale the reader's language
   */
  public static StoredRequest of(PartialBotApiMethod<?> call, Locale locale) {
    return of(call.getMethod(), JSON.valueToTree(call), locale);
  }

  private static StoredRequest of(String method, ObjectNode parameters, Locale locale) {
    parameters.remove(METHOD_FIELD);
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put(METHOD_FIELD, method);
    envelope.put(LANGUAGE, locale.toLanguageTag());
    envelope.set(PARAMETERS, parameters);
    return new StoredRequest(envelope);
  }

  /** The same in the topic of direct messages that a message stands in. */
  public StoredRequest besides(Message question) {
    if (question.getDirectMessagesTopic() == null) {
      return this;
    }
    // The library would send an int, and the number may have more bits.
    return with(
        parameters()
            .deepCopy()
            .put("direct_messages_topic_id", question.getDirectMessagesTopic().getTopicId()));
  }

  private StoredRequest with(ObjectNode parameters) {
    ObjectNode other = envelope.deepCopy();
    other.set(PARAMETERS, parameters);
    return new StoredRequest(other);
  }

  /** The request as text, to be kept. */
  public String stored() {
    return envelope.toString();
  }

  /**
   * A request that was kept.
   *
   * @throws IllegalArgumentException if that is none
   */
  public static StoredRequest read(String stored) {
    try {
      if (JSON.readTree(stored) instanceof ObjectNode kept) {
        // Version 1 of the store kept the parameters of sendMessage and nothing else.
        return kept.path(PARAMETERS) instanceof ObjectNode
            ? new StoredRequest(kept)
            : of(SEND_MESSAGE, kept, Locale.ENGLISH);
      }
      throw new IllegalArgumentException("the request that was kept is no JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request that was kept is no JSON", e);
    }
  }

  /** What is sent to Telegram: the parameters of the method, without its name. */
  @JsonValue
  public ObjectNode parameters() {
    return (ObjectNode) envelope.path(PARAMETERS);
  }

  /** The reader's language. */
  Locale locale() {
    return Locale.forLanguageTag(envelope.path(LANGUAGE).asText());
  }

  boolean hasPicture() {
    return envelope.has(PICTURE);
  }

  /** The picture to send, as PNG; of length 0 where there is none. */
  byte[] png() {
    return Base64.getDecoder().decode(envelope.path(PICTURE).asText());
  }

  /** The same to a chat; without the reply if that is another one, which numbers its own. */
  StoredRequest to(long chat) {
    JsonNode current = parameters().path("chat_id");
    String id = String.valueOf(chat);
    return current.isMissingNode() || current.asText().equals(id)
        ? this
        : with(withoutReply().parameters().put("chat_id", id));
  }

  boolean isReply() {
    return parameters().has("reply_parameters");
  }

  StoredRequest withoutReply() {
    return with(parameters().deepCopy().without("reply_parameters"));
  }

  /** Whether there is nothing to leave out that Telegram might not take. */
  boolean isPlain() {
    if (envelope.has(IN_WORDS)) {
      return false;
    }
    return !getMethod().equalsIgnoreCase(SEND_MESSAGE)
        || (!parameters().has("entities") && !parameters().has(REPLY_MARKUP) && !isReply());
  }

  /** The words in place of a picture, or else the bare text: the least that can be refused. */
  StoredRequest plain() {
    if (envelope.path(IN_WORDS) instanceof ObjectNode words) {
      return of(SEND_MESSAGE, words.deepCopy(), locale());
    }
    ObjectNode plain = withoutReply().parameters();
    plain.remove("entities");
    plain.remove(REPLY_MARKUP);
    return with(plain);
  }

  /** Another text in the same place, as it is kept. */
  String saying(String text) {
    return of(SEND_MESSAGE, place().put("text", text), locale()).stored();
  }

  /**
   * A picture in the same place. These words are sent where Telegram refuses the picture.
   *
   * @param asFile whether it must stay as it is: Telegram makes photos smaller
   * @param buttons what stands under the picture; null for nothing
   */
  public StoredRequest showing(
      byte[] png, String caption, boolean asFile, @Nullable ReplyKeyboard buttons) {
    ObjectNode parameters = place().put("caption", caption);
    if (buttons != null) {
      parameters.set(REPLY_MARKUP, JSON.valueToTree(buttons));
    }
    StoredRequest request =
        of(asFile ? PictureCall.SEND_DOCUMENT : PictureCall.SEND_PHOTO, parameters, locale())
            .with(png);
    request.envelope.set(IN_WORDS, parameters());
    return request;
  }

  /**
   * The same text under a photo, with the same buttons. The text alone is sent where Telegram
   * cannot get the photo.
   *
   * @param url where Telegram finds the photo
   */
  public StoredRequest showingPhoto(String url) {
    ObjectNode caption = place().put("photo", url);
    caption.set("caption", parameters().path("text"));
    if (parameters().has("entities")) {
      caption.set("caption_entities", parameters().get("entities"));
    }
    if (parameters().has(REPLY_MARKUP)) {
      caption.set(REPLY_MARKUP, parameters().get(REPLY_MARKUP));
    }
    StoredRequest request = of(PictureCall.SEND_PHOTO, caption, locale());
    request.envelope.set(IN_WORDS, parameters());
    return request;
  }

  /** The same with a picture. */
  public StoredRequest with(byte[] png) {
    ObjectNode other = envelope.deepCopy();
    other.put(PICTURE, Base64.getEncoder().encodeToString(png));
    return new StoredRequest(other);
  }

  private ObjectNode place() {
    ObjectNode place = JSON.createObjectNode();
    for (String parameter : PLACE) {
      if (parameters().has(parameter)) {
        place.set(parameter, parameters().get(parameter));
      }
    }
    return place;
  }

  /** The parameters that say where a message goes. */
  private static final String[] PLACE = {
    "chat_id", "message_thread_id", "direct_messages_topic_id", "reply_parameters"
  };

  @Override
  public String getMethod() {
    return envelope.path(METHOD_FIELD).asText();
  }

  @Override
  public void validate() {}

  @Override
  public Boolean deserializeResponse(String answer) throws TelegramApiRequestException {
    requireOk(getMethod(), answer);
    return true;
  }

  /**
   * Reads whether a call was carried out.
   *
   * @throws TelegramApiRequestException if it was refused, or not answered by a Bot API server
   */
  static void requireOk(String method, String answer) throws TelegramApiRequestException {
    JsonNode response;
    try {
      response = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      // Not passed on as the cause: its message quotes the text that was sent.
      throw new TelegramApiRequestException(method + " was not answered with JSON");
    }
    if (!response.path("ok").isBoolean()) {
      throw new TelegramApiRequestException(method + " was not answered by a Bot API server");
    }
    if (!response.path("ok").asBoolean()) {
      // Throws what the server refused it with.
      new Refused().deserializeResponse(answer, Boolean.class);
    }
  }

  /** Reads refusals as the library does. */
  private static final class Refused extends BotApiMethod<Boolean> {
    @Override
    public String getMethod() {
      return "";
    }

    @Override
    public Boolean deserializeResponse(String answer) throws TelegramApiRequestException {
      return deserializeResponse(answer, Boolean.class);
    }
  }

  /** Without the text. */
  @Override
  public String toString() {
    return getMethod();
  }
}
