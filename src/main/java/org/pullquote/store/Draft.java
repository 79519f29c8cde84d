package org.pullquote.store;

/**
 * Something to say that is not kept yet.
 *
 * @param kind what it is, such as {@code answer}
 * @param content the request that says it
 */
public record Draft(long chat, String kind, String content) {}
