package org.pullquote.chat;

import java.util.Optional;
import org.pullquote.answer.Answer;

/**
 * One message answered.
 *
 * @param answer what the article has to say, if the message was a question
 * @param reply what the reader sees
 */
public record Turn(Optional<Answer> answer, Reply reply) {}
