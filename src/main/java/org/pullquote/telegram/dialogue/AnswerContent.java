package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.store.KeptAnswer;

/** What an answer showed, as the store keeps it. */
public final class AnswerContent {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ID_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AnswerContent() {}

  /** An id that no answer has and nobody can guess. */
  public static String newId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /** An answer to keep, with the hash of what was asked. */
  static KeptAnswer keep(
      String id, long chat, long reader, String questionHash, ShownAnswer shown) {
    try {
      return new KeptAnswer(id, chat, reader, questionHash, JSON.writeValueAsString(shown));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  /** What a kept answer showed; empty where another version of the program kept it. */
  static Optional<ShownAnswer> read(String content) {
    try {
      return Optional.of(JSON.readValue(content, ShownAnswer.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
