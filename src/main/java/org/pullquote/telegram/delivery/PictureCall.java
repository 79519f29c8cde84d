package org.pullquote.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Makes the calls that bring a picture: its parameters and its bytes travel as a form, which only
 * the library makes. Of the answer no more is read than whether it was carried out: see {@link
 * StoredRequest}.
 */
final class PictureCall {

  static final String SEND_PHOTO = "sendPhoto";
  static final String SEND_DOCUMENT = "sendDocument";

  private static final String FILE_NAME = "map.png";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PictureCall() {}

  /**
   * Makes the call of a request that has a picture.
   *
   * @throws TelegramApiException if it was not carried out, or nobody knows
   * @throws IllegalArgumentException if the request is of no kind that has a picture
   */
  static void make(StoredRequest request, TelegramClient client) throws TelegramApiException {
    switch (request.getMethod()) {
      case SEND_PHOTO -> client.execute(photo(request));
      case SEND_DOCUMENT -> client.execute(document(request));
      case EditMessageMedia.PATH -> client.execute(edit(request));
      default -> throw new IllegalArgumentException(request.getMethod() + " takes no picture");
    }
  }

  private static SendPhoto photo(StoredRequest request) throws TelegramApiValidationException {
    Place place = new Place(request.parameters());
    SendPhoto send = new Photo(place.chat(), new InputFile(bytes(request), FILE_NAME));
    send.setCaption(place.text("caption"));
    send.setMessageThreadId(place.number("message_thread_id"));
    send.setDirectMessagesTopicId(place.number("direct_messages_topic_id"));
    send.setReplyParameters(place.reply());
    send.setReplyMarkup(place.keyboard());
    return send;
  }

  private static SendDocument document(StoredRequest request)
      throws TelegramApiValidationException {
    Place place = new Place(request.parameters());
    SendDocument send = new Document(place.chat(), new InputFile(bytes(request), FILE_NAME));
    send.setCaption(place.text("caption"));
    send.setMessageThreadId(place.number("message_thread_id"));
    send.setDirectMessagesTopicId(place.number("direct_messages_topic_id"));
    send.setReplyParameters(place.reply());
    send.setReplyMarkup(place.keyboard());
    return send;
  }

  private static EditMessageMedia edit(StoredRequest request)
      throws TelegramApiValidationException {
    Place place = new Place(request.parameters());
    JsonNode kept = request.parameters().path("media");
    InputMedia media =
        kept.path("type").asText().equals("document")
            ? new InputMediaDocument(bytes(request), FILE_NAME)
            : new InputMediaPhoto(bytes(request), FILE_NAME);
    if (kept.hasNonNull("caption")) {
      media.setCaption(kept.path("caption").asText());
    }
    EditMessageMedia edit = new Edit(media);
    edit.setChatId(place.chat());
    edit.setMessageId(place.number("message_id"));
    edit.setReplyMarkup(place.keyboard());
    return edit;
  }

  private static InputStream bytes(StoredRequest request) {
    return new ByteArrayInputStream(request.png());
  }

  /** What a request says of where its message goes, and how it is dressed. */
  private record Place(JsonNode parameters) {

    String chat() {
      return parameters.path("chat_id").asText();
    }

    @Nullable String text(String parameter) {
      return parameters.hasNonNull(parameter) ? parameters.path(parameter).asText() : null;
    }

    /** Telegram has numbers that the library has no place for: cut off, they were others. */
    @Nullable Integer number(String parameter) throws TelegramApiValidationException {
      JsonNode number = parameters.path(parameter);
      if (number.isNumber() && !number.canConvertToInt()) {
        throw new TelegramApiValidationException(
            "the library has no such " + parameter, new Message());
      }
      return parameters.hasNonNull(parameter) ? number.asInt() : null;
    }

    @Nullable ReplyParameters reply() {
      JsonNode reply = parameters.path("reply_parameters");
      return reply.has("message_id")
          ? ReplyParameters.builder()
              .messageId(reply.path("message_id").asInt())
              .allowSendingWithoutReply(true)
              .build()
          : null;
    }

    @Nullable InlineKeyboardMarkup keyboard() {
      try {
        return parameters.hasNonNull("reply_markup")
            ? JSON.treeToValue(parameters.path("reply_markup"), InlineKeyboardMarkup.class)
            : null;
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("the buttons that were kept cannot be read", e);
      }
    }
  }

  private static final class Photo extends SendPhoto {
    Photo(String chat, InputFile picture) {
      super(chat, picture);
    }

    @Override
    public Message deserializeResponse(String answer) throws TelegramApiRequestException {
      StoredRequest.requireOk(getMethod(), answer);
      return new Message();
    }
  }

  private static final class Document extends SendDocument {
    Document(String chat, InputFile picture) {
      super(chat, picture);
    }

    @Override
    public Message deserializeResponse(String answer) throws TelegramApiRequestException {
      StoredRequest.requireOk(getMethod(), answer);
      return new Message();
    }
  }

  private static final class Edit extends EditMessageMedia {
    Edit(InputMedia media) {
      super(media);
    }

    @Override
    public Serializable deserializeResponse(String answer) throws TelegramApiRequestException {
      StoredRequest.requireOk(getMethod(), answer);
      return true;
    }
  }
}
