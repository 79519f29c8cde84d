package org.pullquote.reading;

import org.jspecify.annotations.Nullable;

/**
 * What an article is to be read from.
 *
 * @param name the file's name or the link: its ending helps to tell the format
 * @param bytes all of it
 * @param charset the charset that a server declared, or null
 * @param address where it comes from, to which its links are relative, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Source(
    String name, byte[] bytes, @Nullable String charset, @Nullable String address) {

  /** A file. */
  public static Source file(String name, byte[] bytes) {
    return new Source(name, bytes, null, null);
  }
}
