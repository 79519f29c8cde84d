/**
 * How is pasted text read into an article, and how do captions, credits and clutter look anywhere?
 *
 * <p>Begin with {@link org.pullquote.text.PastedTextReader}. It gives the passages, and what it
 * left out and why ({@link org.pullquote.text.ReadResult}). What it tells captions ({@link
 * org.pullquote.text.CreditLine}, {@link org.pullquote.text.CaptionText}) and furniture ({@link
 * org.pullquote.text.Furniture}) by holds for lines of pages and documents, too.
 */
@NullMarked
package org.pullquote.text;

import org.jspecify.annotations.NullMarked;
