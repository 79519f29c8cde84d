/**
 * How is a text, page or document read into an article?
 *
 * <p>Begin with {@link org.pullquote.reading.PastedTextReader} for text, {@link
 * org.pullquote.reading.HtmlReader} for a web page, {@link org.pullquote.reading.PassageListReader}
 * for JSON. Each gives the passages, and what it left out and why ({@link
 * org.pullquote.reading.ReadResult}). Nothing here touches files or the network.
 */
@NullMarked
package org.pullquote.reading;

import org.jspecify.annotations.NullMarked;
