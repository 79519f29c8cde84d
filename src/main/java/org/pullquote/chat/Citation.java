package org.pullquote.chat;

import org.pullquote.article.Quote;

/**
 * A quote to pass on.
 *
 * @param source where it stands and whose words it is, in one line
 * @param reply the message that passes it on
 */
public record Citation(Quote quote, String source, Reply reply) {}
