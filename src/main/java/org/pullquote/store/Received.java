package org.pullquote.store;

import java.time.Instant;

/**
 * An update that was kept and waits for an answer.
 *
 * @param key its place in the order of arrival, 1 or more
 * @param askedAt when it was written
 * @param content all of it, as it came
 */
public record Received(long key, Instant askedAt, String content) {}
