package org.pullquote.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Sends a picture: its parameters and its bytes travel as a form, which only the library makes. */
final class PictureRequest extends SendPhoto {

  private PictureRequest(String chat, InputFile picture) {
    super(chat, picture);
  }

  /** The form of a request that has a picture. */
  static PictureRequest of(StoredRequest request) {
    JsonNode parameters = request.parameters();
    PictureRequest picture =
        new PictureRequest(
            parameters.path("chat_id").asText(),
            new InputFile(new ByteArrayInputStream(request.png()), "map.png"));
    if (parameters.has("caption")) {
      picture.setCaption(parameters.path("caption").asText());
    }
    if (parameters.has("message_thread_id")) {
      picture.setMessageThreadId(parameters.path("message_thread_id").asInt());
    }
    if (parameters.has("direct_messages_topic_id")) {
      picture.setDirectMessagesTopicId(parameters.path("direct_messages_topic_id").asInt());
    }
    JsonNode reply = parameters.path("reply_parameters");
    if (reply.has("message_id")) {
      picture.setReplyParameters(
          ReplyParameters.builder()
              .messageId(reply.path("message_id").asInt())
              .allowSendingWithoutReply(true)
              .build());
    }
    return picture;
  }

  /** Reads no more than whether it was carried out: see {@link StoredRequest}. */
  @Override
  public Message deserializeResponse(String answer) throws TelegramApiRequestException {
    StoredRequest.requireOk(getMethod(), answer);
    return new Message();
  }
}
