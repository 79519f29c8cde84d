/**
 * How is a web page read into an article?
 *
 * <p>Begin with {@link org.pullquote.page.HtmlReader}. The only package that knows how a page is
 * built. Nothing is fetched, and no script is run.
 */
@NullMarked
package org.pullquote.page;

import org.jspecify.annotations.NullMarked;
