package org.pullquote.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader thinks of an answer.
 *
 * @param answer its id
 * @param question what was asked; null where it could not be seen any more
 * @param questionHash tells equal questions from others
 * @param content the passages and scores that were shown
 */
public record Rating(
    String answer,
    long reader,
    Instant givenAt,
    boolean good,
    @Nullable String question,
    String questionHash,
    String content) {}
