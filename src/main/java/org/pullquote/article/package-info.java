/**
 * What an article is: its passages, sentences, spans, credits and speakers, and how text is read
 * into one.
 *
 * <p>A reader ({@link org.pullquote.article.PastedTextReader}, {@link
 * org.pullquote.article.PassageListReader}) makes an {@link org.pullquote.article.Article}; a
 * {@link org.pullquote.article.Quote} can only be cut out of one. Nothing here touches files, the
 * network or the clock, and nothing here knows the other packages.
 */
@NullMarked
package org.pullquote.article;

import org.jspecify.annotations.NullMarked;
