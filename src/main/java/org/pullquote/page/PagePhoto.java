package org.pullquote.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a page that has a caption.
 *
 * @param where the element that holds the photo and its words, or the words alone
 * @param caption the words under it, without the credit
 * @param credit whose photo it is, or null
 * @param image the image's address, or null
 */
record PagePhoto(Element where, String caption, @Nullable String credit, @Nullable String image) {}
