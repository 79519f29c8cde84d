/**
 * How a conversation crosses Telegram without loss: the only package that knows it.
 *
 * <p>{@link org.pullquote.telegram.TelegramBot} puts the parts together: {@link
 * org.pullquote.telegram.intake} takes updates in, {@link org.pullquote.telegram.dialogue} answers
 * them, {@link org.pullquote.telegram.delivery} sends the answers.
 */
@NullMarked
package org.pullquote.telegram;

import org.jspecify.annotations.NullMarked;
