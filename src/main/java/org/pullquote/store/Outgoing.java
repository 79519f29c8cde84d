package org.pullquote.store;

import java.time.Instant;

/**
 * Something to say that was kept.
 *
 * @param key its place in the order of what is said, 1 or more
 * @param kind what it is, such as {@code answer}
 * @param createdAt when it was kept
 * @param content the request that says it
 */
public record Outgoing(long key, long chat, String kind, Instant createdAt, String content) {}
