package org.pullquote.chat;

import java.util.Optional;
import org.pullquote.answer.Answer;

/**
 * One message answered.
 *
 * @param answer what the article has to say, if the message was a question
 * @param reply what the reader sees
 */
public record Turn(Optional<Answer> answer, Reply reply) {

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
