/**
 * How a conversation crosses Telegram: the only package that knows it.
 *
 * <p>{@link org.pullquote.telegram.TelegramBot} polls; {@link org.pullquote.telegram.UpdateHandler}
 * reads one update, asks the conversation, and sends the reply. The library's own poller stops for
 * good at the first exception of its consumer and fetches a batch for ever that holds one update it
 * cannot read; both are kept from it here.
 */
@NullMarked
package org.pullquote.telegram;

import org.jspecify.annotations.NullMarked;
