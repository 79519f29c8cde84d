/**
 * How a conversation crosses Telegram without loss: the only package that knows it.
 *
 * <p>{@link org.pullquote.telegram.TelegramBot} puts the parts together. A {@link
 * org.pullquote.telegram.Poller} fetches updates, or a {@link org.pullquote.telegram.WebhookServer}
 * is brought them; {@link org.pullquote.telegram.Intake} keeps what is for the bot and queues it by
 * chat ({@link org.pullquote.telegram.ChatQueues}); {@link org.pullquote.telegram.Replies} answers
 * it and keeps the answer; {@link org.pullquote.telegram.Delivery} sends that, as {@link
 * org.pullquote.telegram.ApiFailure} and {@link org.pullquote.telegram.RateLimits} tell it to.
 */
@NullMarked
package org.pullquote.telegram;

import org.jspecify.annotations.NullMarked;
