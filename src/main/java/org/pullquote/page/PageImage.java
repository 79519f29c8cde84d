package org.pullquote.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Finds the address of the image that a caption stands under. */
final class PageImage {

  private static final Evaluator IMAGES =
      Selector.evaluatorOf("img, amp-img, source, meta[itemprop=url], meta[itemprop=contentUrl]");

  private static final Evaluator SHOWN = Selector.evaluatorOf("img:not(noscript img), amp-img");

  /** Pages that load images late keep the address elsewhere and a stand-in in its place. */
  private static final List<String> ADDRESSES =
      List.of(
          "data-src", "data-lazy-src", "data-original", "src", "srcset", "data-srcset", "content");

  /** Further up, an image belongs to something else. */
  private static final int NEAREST = 3;

  /** A row of more is no box around one photo. */
  static final int MOST_NEIGHBOURS = 12;

  private PageImage() {}

  /** The absolute address of the image in {@code place}, or of the only one near it; or null. */
  static @Nullable String address(Element place) {
    Element around = place;
    for (int i = 0; i <= NEAREST && around != null; i++) {
      if (i > 0 && around.childrenSize() > MOST_NEIGHBOURS) {
        return null;
      }
      Elements images = around.select(IMAGES);
      if (!images.isEmpty()) {
        return i == 0 || around.select(SHOWN).size() == 1 ? first(images) : null;
      }
      around = around.parent();
    }
    return null;
  }

  private static @Nullable String first(Elements images) {
    for (Element image : images) {
      for (String attribute : ADDRESSES) {
        String address = address(image, attribute);
        if (address.startsWith("http")) {
          return address;
        }
      }
    }
    return null;
  }

  private static String address(Element image, String attribute) {
    String value = image.attr(attribute).strip();
    if (value.isEmpty() || value.startsWith("data:")) {
      return "";
    }
    // A srcset lists addresses, each with a width behind it.
    image.attr("data-pullquote-src", value.split("\\s+", 2)[0]);
    String address = image.absUrl("data-pullquote-src");
    image.removeAttr("data-pullquote-src");
    return address;
  }
}
