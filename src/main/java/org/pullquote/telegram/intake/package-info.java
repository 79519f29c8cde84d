/**
 * How does what readers send come in without loss, and in its order?
 *
 * <p>A {@link org.pullquote.telegram.intake.Poller} fetches updates, or a {@link
 * org.pullquote.telegram.intake.WebhookServer} is brought them; {@link
 * org.pullquote.telegram.intake.Intake} keeps what is for the bot and queues it by chat ({@link
 * org.pullquote.telegram.intake.ChatQueues}); {@link org.pullquote.telegram.intake.Replies} has it
 * answered and keeps the answer.
 */
@NullMarked
package org.pullquote.telegram.intake;

import org.jspecify.annotations.NullMarked;
