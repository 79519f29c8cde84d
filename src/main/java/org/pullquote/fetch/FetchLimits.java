package org.pullquote.fetch;

import java.time.Duration;

/**
 * How far a link is followed.
 *
 * @param mostBytes no page may have more, unpacked
 * @param mostRedirects how many times it may lead on
 * @param time how long all of it may take, from the first look-up to the last byte
 */
public record FetchLimits(int mostBytes, int mostRedirects, Duration time) {}
