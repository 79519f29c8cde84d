/**
 * What does a graph look like as a picture?
 *
 * <p>{@link org.pullquote.picture.DiagramRenderer} is the door: a {@link
 * org.pullquote.picture.Diagram} goes in, a {@link org.pullquote.picture.Picture} comes out, or the
 * reason why there is none. {@code Typesetter} makes lines of text with {@code Fonts}, {@code
 * GraphLayout} finds places for nodes, labels and lines, {@code Part} chooses among layouts, {@code
 * Page} puts title and footer around them, {@code Painter} draws.
 *
 * <p>The only package that knows Java2D and the layout library. Both are loaded with the first
 * picture and not before.
 */
@NullMarked
package org.pullquote.picture;

import org.jspecify.annotations.NullMarked;
