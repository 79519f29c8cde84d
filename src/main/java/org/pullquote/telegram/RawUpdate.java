package org.pullquote.telegram;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came, not looked into yet.
 *
 * @param fault why it cannot be read; null where nobody has tried
 */
record RawUpdate(long id, String json, @Nullable String fault) implements Serializable {}
