/**
 * What does a reader do and see in Telegram?
 *
 * <p>{@link org.pullquote.telegram.dialogue.IncomingUpdate} is what a reader did. {@link
 * org.pullquote.telegram.dialogue.UpdateHandler} answers messages, {@link
 * org.pullquote.telegram.dialogue.PressHandler} buttons and {@link
 * org.pullquote.telegram.dialogue.InlineAnswers} what is typed after the bot's name.
 */
@NullMarked
package org.pullquote.telegram.dialogue;

import org.jspecify.annotations.NullMarked;
