package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pullquote.telegram.ReaderMessages.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class AddressingTest {

  private final Addressing addressing =
      new Addressing(4242, "Pullquote_Bot", Set.of("ask", "help"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '\u0000',
      value = {
        "private | \"text\": \"who?\" | who?",
        "private | \"text\": \"/start p5\" | /start p5",
        "private | \"text\": \"/dance\" | /dance",
        "private | \"text\": \"/ask@other_bot who?\" | -",
        "private | \"caption\": \"who is this?\" | who is this?",
        "private | \"sticker\": null | -",
        "group | \"text\": \"who?\" | -",
        "group | \"text\": \"/p5\" | /p5",
        "group | \"text\": \"/headline\" | /headline",
        "group | \"text\": \"/p5x\" | -",
        "group | \"text\": \"/ask who?\" | /ask who?",
        "group | \"text\": \"/dance who?\" | -",
        "group | \"text\": \"/1984 is what?\", \"reply_to_message\": {\"message_id\": 4, \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"group\"}, \"from\": {\"id\": 4242, \"is_bot\": true, \"first_name\": \"Q\"}} | /1984 is what?",
        "supergroup | \"text\": \"lunch?\", \"reply_to_message\": {\"message_id\": 4, \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"supergroup\"}, \"from\": {\"id\": 4242, \"is_bot\": true, \"first_name\": \"Q\"}, \"forum_topic_created\": {\"name\": \"t\", \"icon_color\": 1}} | -",
        "group | \"text\": \"Hey @pullquote_bot, who?\", \"entities\": [{\"type\": \"mention\", \"offset\": 4, \"length\": 14}] | Hey, who?",
        "group | \"text\": \"/dance@pullquote_bot\" | /dance",
        "supergroup | \"text\": \"/ask@PULLQUOTE_bot who?\" | /ask who?",
        "supergroup | \"text\": \"/ask@other_bot who?\" | -",
        "group | \"text\": \"@pullquote_bot, who?\", \"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 14}] | who?",
        "group | \"text\": \"👋 @pullquote_bot who?\", \"entities\": [{\"type\": \"mention\", \"offset\": 3, \"length\": 14}] | 👋  who?",
        "group | \"text\": \"@other_bot who?\", \"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 10}] | -",
        "group | \"text\": \"Quote who?\", \"entities\": [{\"type\": \"text_mention\", \"offset\": 0, \"length\": 5, \"user\": {\"id\": 4242, \"is_bot\": true, \"first_name\": \"Q\"}}] | who?",
        "group | \"text\": \"who?\", \"reply_to_message\": {\"message_id\": 4, \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"group\"}, \"from\": {\"id\": 4242, \"is_bot\": true, \"first_name\": \"Q\"}} | who?",
        "group | \"text\": \"who?\", \"reply_to_message\": {\"message_id\": 4, \"date\": 1, \"chat\": {\"id\": 9, \"type\": \"group\"}, \"from\": {\"id\": 8, \"is_bot\": false, \"first_name\": \"P\"}} | -",
      })
  void takesWhatIsMeantForTheBot(String chatType, String more, @Nullable String said)
      throws JsonProcessingException {
    assertEquals(Optional.ofNullable(said), addressing.addressed(message(chatType, more)));
  }

  @Test
  void answersAnonymousAdministrators() throws JsonProcessingException {
    Message message =
        message(
            "group", "\"text\": \"/ask who?\", \"sender_chat\": {\"id\": 9, \"type\": \"group\"}");
    message.getFrom().setIsBot(true);
    assertEquals(Optional.of("/ask who?"), addressing.addressed(message));
  }

  @ParameterizedTest
  @CsvSource({"private", "group"})
  void neverTalksToBots(String chatType) throws JsonProcessingException {
    Message message = message(chatType, "\"text\": \"/ask who?\"");
    message.getFrom().setIsBot(true);
    assertEquals(Optional.empty(), addressing.addressed(message));
  }
}
