package org.pullquote.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;

/**
 * One message answered.
 *
 * @param answer what the article has to say, if the message was a question
 * @param reply what the reader sees
 * @param shown what to keep so that the reply's buttons work later on; null where it has none
 * @param forgets whether the reader wants all forgotten that is kept of them
 * @param chosen which article the chat asks from now on; null where that stays
 */
public record Turn(
    Optional<Answer> answer,
    Reply reply,
    @Nullable ShownAnswer shown,
    boolean forgets,
    @Nullable Choice chosen) {

  Turn(Optional<Answer> answer, Reply reply, @Nullable ShownAnswer shown, boolean forgets) {
    this(answer, reply, shown, forgets, null);
  }

  /** What a message was answered with. */
  public enum Outcome {
    /** Passages of the article. */
    QUOTES,
    /** That the article does not say. */
    REFUSAL,
    /** What is known about the article. */
    METADATA,
    /** A phrase: nothing was asked. */
    SMALL_TALK,
    /** What a command shows. */
    COMMAND
  }

  /** What a command shows. */
  static Turn told(Reply reply) {
    return new Turn(Optional.empty(), reply, null, false);
  }

  /** What a command shows, with buttons. */
  static Turn told(Reply reply, ShownAnswer shown) {
    return new Turn(Optional.empty(), reply, shown, false);
  }

  /** What the message was answered with. */
  public Outcome outcome() {
    if (answer.isEmpty()) {
      return Outcome.COMMAND;
    }
    return switch (answer.get()) {
      case Answer.Quoted quoted -> Outcome.QUOTES;
      case Answer.NotInArticle refused -> Outcome.REFUSAL;
      case Answer.FromMetadata known -> Outcome.METADATA;
      case Answer.SmallTalk talk -> Outcome.SMALL_TALK;
    };
  }
}
