/**
 * What an article is: its passages, sentences, spans, credits and speakers.
 *
 * <p>A reader makes an {@link org.pullquote.article.Article} with an {@link
 * org.pullquote.article.ArticleBuilder}; a {@link org.pullquote.article.Quote} can only be cut out
 * of one. Nothing here touches files, the network or the clock, and nothing here knows the other
 * packages.
 */
@NullMarked
package org.pullquote.article;

import org.jspecify.annotations.NullMarked;
