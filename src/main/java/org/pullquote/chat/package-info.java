/**
 * What a reader gets to see, whatever the channel: commands, follow-ups, and the words around a
 * quote.
 *
 * <p>A {@link org.pullquote.chat.Conversation} turns a message into a {@link
 * org.pullquote.chat.Reply}; {@link org.pullquote.chat.ReplyText} lays it out as text with styled
 * ranges, and checks that each quote in it is still the article's, to the letter. Channels send
 * that text and nothing else.
 */
@NullMarked
package org.pullquote.chat;

import org.jspecify.annotations.NullMarked;
