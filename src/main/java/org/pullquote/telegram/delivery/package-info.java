/**
 * How does what is to be sent reach Telegram, once and within its limits?
 *
 * <p>{@link org.pullquote.telegram.delivery.Delivery} sends what the store holds ({@link
 * org.pullquote.telegram.delivery.StoredRequest}), as {@link
 * org.pullquote.telegram.delivery.ApiFailure} and {@link
 * org.pullquote.telegram.delivery.RateLimits} tell it to; {@link
 * org.pullquote.telegram.delivery.Connections} are the ways to the server.
 */
@NullMarked
package org.pullquote.telegram.delivery;

import org.jspecify.annotations.NullMarked;
