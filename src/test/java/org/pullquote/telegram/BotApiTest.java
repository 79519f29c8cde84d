package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;

/** That the check of requests can fail. */
class BotApiTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '\u0000',
      value = {
        "sendMessage | {\"chat_id\": 1, \"text\": \"x\", \"method\": \"sendmessage\"} | -",
        "sendMessage | {\"chat_id\": \"@x\", \"text\": \"x\", \"entities\": [{\"type\": \"bold\", \"offset\": 0, \"length\": 1}]} | -",
        "sendMessage | {\"chat_id\": 1} | sendMessage lacks text",
        "sendMessage | {\"chat_id\": 1, \"text\": 5} | sendMessage.text is no String",
        "sendMessage | {\"chat_id\": 1, \"text\": \"x\", \"txet\": \"y\"} | sendMessage has no parameter txet",
        "sendMessage | {\"chat_id\": 1, \"text\": \"x\", \"entities\": [{\"type\": \"bold\", \"offset\": \"0\", \"length\": 1}]} | sendMessage.entities[].offset is no Integer",
        "sendMessage | {\"chat_id\": 1, \"text\": \"x\", \"reply_parameters\": {\"quote_positon\": 1}} | sendMessage.reply_parameters has no parameter quote_positon",
        "sendMesage | {} | there is no method sendMesage",
      })
  void namesTheFault(String method, String request, String fault) throws IOException {
    BotApi api = new BotApi(Fixtures.shared("telegram/bot-api-10.2.json"));
    assertEquals(
        fault == null ? List.of() : List.of(fault),
        api.faults(method, TelegramStandIn.json(request)));
  }
}
