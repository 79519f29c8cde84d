package org.pullquote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code getUpdates} that reads each update by itself. One that the library cannot read becomes an
 * update with nothing but its id: it is passed over, and its batch is not fetched for ever.
 */
final class TolerantGetUpdates extends GetUpdates {

  private static final Logger log = LoggerFactory.getLogger(TolerantGetUpdates.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_UPDATES = 100;

  /**
   * @param offset the id of the first update wanted
   * @param timeoutSeconds how long the server may hold the request when there is none
   */
  TolerantGetUpdates(int offset, int timeoutSeconds) {
    super(offset, MOST_UPDATES, timeoutSeconds, List.of("message"));
  }

  @Override
  @SuppressWarnings("NonApiType") // The library's signature.
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode response;
    try {
      response = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      // Not passed on as the cause: its message quotes what the server sent.
      throw new TelegramApiRequestException("getUpdates was not answered with JSON");
    }
    if (!response.path("ok").asBoolean()) {
      return super.deserializeResponse(answer);
    }
    ArrayList<Update> updates = new ArrayList<>();
    for (JsonNode update : response.path("result")) {
      updates.add(read(update));
    }
    return updates;
  }

  private static Update read(JsonNode json) {
    try {
      return JSON.treeToValue(json, Update.class);
    } catch (JsonProcessingException | RuntimeException e) {
      log.warn("passed over an update that cannot be read: {}", e.getClass().getSimpleName());
      Update unreadable = new Update();
      unreadable.setUpdateId(json.path("update_id").asInt());
      return unreadable;
    }
  }
}
