package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Memory;
import org.pullquote.chat.Page;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.chat.Topic;

/** What a conversation remembers, as the store keeps it. */
final class MemoryContent {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The form of it.
   *
   * @param page as a button would call it
   */
  private record Form(
      String choice,
      Topic topic,
      String topicOf,
      @Nullable ShownAnswer last,
      @Nullable String page) {}

  private MemoryContent() {}

  static String write(Memory memory) {
    try {
      return JSON.writeValueAsString(
          new Form(
              memory.choice().key(),
              memory.topic(),
              memory.topicOf(),
              memory.last(),
              CallbackData.code(new CallbackData.Turn(memory.page()))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a conversation cannot be written as JSON", e);
    }
  }

  /** What was remembered; empty where another version of the program kept it. */
  static Optional<Memory> read(String content) {
    try {
      Form form = JSON.readValue(content, Form.class);
      return Optional.ofNullable(form.page())
          .filter(code -> !code.isEmpty())
          .flatMap(MemoryContent::page)
          .map(page ->
              new Memory(
                  new Choice(form.choice()), form.topic(), form.topicOf(), form.last(), page));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Page> page(String code) {
    return CallbackData.action(code)
        .filter(CallbackData.Turn.class::isInstance)
        .map(action -> ((CallbackData.Turn) action).page());
  }
}
