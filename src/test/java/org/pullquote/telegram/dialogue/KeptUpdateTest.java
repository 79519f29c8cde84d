package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.telegram.dialogue.IncomingUpdate.Pressed;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class KeptUpdateTest {

  private static final String SECRET =
      "\"first_name\": \"SECRET\", \"last_name\": \"SECRET\", \"username\": \"SECRET\"";

  private static String update(String kind, String content) {
    String user = "{\"id\": 7, \"is_bot\": false, \"language_code\": \"ko\", " + SECRET + "}";
    String chat = "{\"id\": 9, \"type\": \"private\", \"title\": \"SECRET\", " + SECRET + "}";
    String message =
        "\"message_id\": 5, \"date\": 1700000000, \"from\": USER, \"chat\": CHAT,"
            + " \"author_signature\": \"SECRET\"";
    return "{\"update_id\": 1, \"%s\": {%s}}"
        .formatted(kind, content)
        .replace("MESSAGE", message)
        .replace("USER", user)
        .replace("CHAT", chat);
  }

  private static Message message(IncomingUpdate update) {
    return switch (update) {
      case Written(Message message, var guest) -> message;
      case Pressed pressed -> (Message) pressed.query().getMessage();
      case IncomingUpdate.Typed typed -> throw new AssertionError("is not kept");
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "message | MESSAGE, \"text\": \"who?\"",
        "message | MESSAGE, \"caption\": \"who?\", \"photo\": [{\"file_id\": \"x\", \"file_unique_id\": \"y\", \"width\": 1, \"height\": 1}]",
        "message | MESSAGE, \"contact\": {\"phone_number\": \"SECRET\", \"first_name\": \"SECRET\"}",
        "message | MESSAGE, \"text\": \"who?\", \"forward_origin\": {\"sender_user_name\": \"SECRET\"}",
        "message | MESSAGE, \"text\": \"who?\", \"sender_chat\": CHAT",
        "message | MESSAGE, \"text\": \"who?\", \"entities\": [{\"type\": \"text_mention\", \"offset\": 0, \"length\": 3, \"user\": USER}]",
        "message | MESSAGE, \"text\": \"who?\", \"quote\": {\"text\": \"words\", \"position\": 0}",
        "message | MESSAGE, \"text\": \"who?\", \"reply_to_message\": {MESSAGE, \"text\": \"words\"}",
        "message | MESSAGE, \"text\": \"who?\", \"reply_to_message\": {MESSAGE, \"forum_topic_created\": {\"name\": \"SECRET\", \"icon_color\": 1}}",
        "message | MESSAGE, \"text\": \"who?\", \"is_topic_message\": true, \"message_thread_id\": 3",
        "message | MESSAGE, \"text\": \"who?\", \"direct_messages_topic\": {\"topic_id\": 5000000123, \"user\": USER}",
        "edited_message | MESSAGE, \"text\": \"who?\", \"edit_date\": 1700000001",
        "guest_message | MESSAGE, \"text\": \"who?\", \"guest_query_id\": \"g\"",
        "callback_query | \"id\": \"q\", \"from\": USER, \"data\": \"x\", \"chat_instance\": \"c\", \"message\": {MESSAGE, \"text\": \"words\"}",
      })
  void saysWhatItTakesToAnswerAndNobodysName(String kind, String content) throws Exception {
    String whole = update(kind, content);
    String kept = KeptUpdate.of(whole);
    assertFalse(kept.contains("SECRET"), kept);
    IncomingUpdate before = IncomingUpdate.read(whole).orElseThrow();
    IncomingUpdate after = IncomingUpdate.read(kept).orElseThrow();
    assertEquals(before.chat(), after.chat());
    assertEquals(before.doer(), after.doer());
    assertEquals(before.key(), after.key());
    Message one = message(before);
    Message other = message(after);
    assertEquals(one.getText(), other.getText());
    assertEquals(one.getCaption(), other.getCaption());
    assertEquals(ReaderLocale.of(one.getFrom()), ReaderLocale.of(other.getFrom()));
    assertEquals(QuotedWords.of(one), QuotedWords.of(other));
    assertEquals(one.hasPhoto(), other.hasPhoto());
    assertEquals(one.isTopicMessage(), other.isTopicMessage());
    assertEquals(one.getMessageThreadId(), other.getMessageThreadId());
    assertEquals(one.hasDirectMessagesTopic(), other.hasDirectMessagesTopic());
    assertEquals(
        one.getReplyToMessage() != null && one.getReplyToMessage().hasForumTopicCreated(),
        other.getReplyToMessage() != null && other.getReplyToMessage().hasForumTopicCreated());
  }
}
