package org.pullquote.telegram.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

class ApiFailureTest {

  private static final StoredRequest REQUEST =
      StoredRequest.read("{\"chat_id\": \"9\", \"text\": \"what only the reader may know\"}");

  private static ApiFailure answered(String body) {
    return ApiFailure.of(
        assertThrows(TelegramApiRequestException.class, () -> REQUEST.deserializeResponse(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | Unauthorized | Unauthorized",
        "404 | Not Found | Unauthorized",
        "409 | Conflict: terminated by other getUpdates request | Conflict",
        "429 | Too Many Requests: retry after 7 | TooMany",
        "403 | Forbidden: bot was blocked by the user | ChatClosed",
        "403 | Forbidden: user is deactivated | ChatClosed",
        "403 | Forbidden: bot was kicked from the supergroup chat | ChatClosed",
        "400 | Bad Request: chat not found | ChatClosed",
        "400 | Bad Request: PEER_ID_INVALID | ChatClosed",
        "400 | Bad Request: not enough rights to send text messages to the chat | ChatClosed",
        "400 | Bad Request: TOPIC_CLOSED | ChatClosed",
        "400 | Bad Request: message thread not found | ChatClosed",
        "400 | Bad Request: message to be replied not found | ReplyTargetGone",
        "400 | Bad Request: message text is empty | Refused",
        "400 | Bad Request: ENTITY_BOUNDS_INVALID | Refused",
        "413 | Request Entity Too Large | Refused",
        "500 | Internal Server Error | ServerFault",
        "502 | Bad Gateway | ServerFault",
      })
  void knowsRefusalsByCodeAndWords(int code, String description, String kind) {
    ApiFailure failure =
        answered(
            "{\"ok\": false, \"error_code\": %d, \"description\": \"%s\"}"
                .formatted(code, description));
    assertEquals(kind, failure.getClass().getSimpleName());
    assertEquals("[" + code + "] " + description, failure.description());
  }

  @Test
  void readsHowLongToWaitAndWhereTheChatWent() {
    ApiFailure.TooMany tooMany =
        assertInstanceOf(
            ApiFailure.TooMany.class,
            answered(
                "{\"ok\": false, \"error_code\": 429, \"description\": \"x\", \"parameters\":"
                    + " {\"retry_after\": 7}}"));
    assertEquals(Duration.ofSeconds(7), tooMany.retryAfter());
    ApiFailure.ChatMoved moved =
        assertInstanceOf(
            ApiFailure.ChatMoved.class,
            answered(
                "{\"ok\": false, \"error_code\": 400, \"description\": \"x\", \"parameters\":"
                    + " {\"migrate_to_chat_id\": -1001}}"));
    assertEquals(-1001, moved.chat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {"<html>502 Bad Gateway</html>", "{\"ok\": true, ", "[]", "null"})
  void takesWhatIsNoAnswerForAFaultOfTheServer(String body) {
    assertInstanceOf(ApiFailure.ServerFault.class, answered(body));
  }

  static Stream<Arguments> brokenConnections() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), ApiFailure.Unreachable.class),
        Arguments.of(new UnknownHostException("x"), ApiFailure.Unreachable.class),
        Arguments.of(new SocketTimeoutException("Connect timed out"), ApiFailure.Unreachable.class),
        Arguments.of(new SocketTimeoutException("timeout"), ApiFailure.OutcomeUnknown.class),
        Arguments.of(new SocketException("Connection reset"), ApiFailure.OutcomeUnknown.class),
        Arguments.of(new EOFException(), ApiFailure.OutcomeUnknown.class),
        Arguments.of(new IOException("unexpected end"), ApiFailure.OutcomeUnknown.class));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void tellsWhatCannotHaveArrivedFromWhatMay(IOException broken, Class<?> kind) {
    assertInstanceOf(kind, ApiFailure.of(new TelegramApiException("Unable to execute", broken)));
  }

  @Test
  void repeatsNothingOfWhatWasSent() {
    SendMessage message = SendMessage.builder().chatId(9L).text("SECRET").build();
    ApiFailure failure =
        ApiFailure.of(new TelegramApiValidationException("Text SECRET is wrong", message));
    assertInstanceOf(ApiFailure.Refused.class, failure);
    assertFalse(failure.toString().contains("SECRET"));
    assertFalse(answered("SECRET is no JSON").toString().contains("SECRET"));
  }
}
