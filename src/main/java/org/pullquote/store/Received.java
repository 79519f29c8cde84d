package org.pullquote.store;

import java.time.Instant;

/**
 * An update that was kept and waits for an answer.
 *
 * @param key its place in the order of arrival, 1 or more
 * @param askedAt when it was written
 * @param content what it takes to answer it
 */
public record Received(long key, Instant askedAt, String content) {}
