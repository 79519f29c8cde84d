/**
 * How is a link fetched without reaching what it must not?
 *
 * <p>A link comes from anybody. {@link org.pullquote.fetch.PageFetcher} follows it only over HTTP
 * and HTTPS, to addresses that are the public internet's ({@link
 * org.pullquote.fetch.PublicAddresses}), looked up once and kept for the connection, anew after
 * each redirect; within a size and a time.
 */
@NullMarked
package org.pullquote.fetch;

import org.jspecify.annotations.NullMarked;
