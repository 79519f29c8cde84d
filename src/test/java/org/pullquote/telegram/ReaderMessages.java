package org.pullquote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.pullquote.Fixtures;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages as Telegram brings them. */
public final class ReaderMessages {

  private ReaderMessages() {}

  /** A message of reader 7 in chat 9, with more fields in JSON. */
  public static Message message(String chatType, String more) throws JsonProcessingException {
    return Fixtures.JSON.readValue(
        """
        {"message_id": 5, "date": 1700000000, "chat": {"id": 9, "type": "%s"},
         "from": {"id": 7, "is_bot": false, "first_name": "R"}, %s}
        """
            .formatted(chatType, more),
        Message.class);
  }
}
