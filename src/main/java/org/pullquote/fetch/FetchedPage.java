package org.pullquote.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a link led to.
 *
 * @param url where it led in the end
 * @param type the type that the server declared, in small letters and without parameters; empty
 *     where it declared none
 * @param charset the charset that it declared, or null
 * @param bytes all of it, unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record FetchedPage(String url, String type, @Nullable String charset, byte[] bytes) {}
