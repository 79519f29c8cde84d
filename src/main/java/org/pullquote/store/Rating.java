package org.pullquote.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader thinks of an answer.
 *
 * @param answer its id
 * @param asker who had asked
 * @param question what was asked; null where it could not be seen any more, or is not what was
 *     answered
 * @param questionHash tells equal questions from others
 * @param content the passages and scores that were shown
 */
public record Rating(
    String answer,
    long reader,
    long asker,
    Instant givenAt,
    boolean good,
    @Nullable String question,
    String questionHash,
    String content) {}
