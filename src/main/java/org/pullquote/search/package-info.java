/**
 * Which passages match a question: the only package that knows Lucene.
 *
 * <p>{@link org.pullquote.search.PassageSearch} is the door to one article, {@link
 * org.pullquote.search.LibraryIndex} to all articles of a library; {@link
 * org.pullquote.search.LuceneSearch} is what stands behind it, {@link
 * org.pullquote.search.EnglishAnalysis} the words both the article and the question are reduced to.
 */
@NullMarked
package org.pullquote.search;

import org.jspecify.annotations.NullMarked;
