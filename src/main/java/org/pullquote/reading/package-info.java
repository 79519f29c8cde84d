/**
 * Of which format is what is to be read, and who reads it?
 *
 * <p>Begin with {@link org.pullquote.reading.ArticleReader}: it unpacks, tells the format by
 * content and name, and hands on to the reader of pages, of text, or of JSON ({@link
 * org.pullquote.reading.PassageListReader}). Whatever a library throws becomes one line ({@link
 * org.pullquote.reading.UnreadableException}). Nothing here touches files or the network.
 */
@NullMarked
package org.pullquote.reading;

import org.jspecify.annotations.NullMarked;
