package org.pullquote.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pullquote.text.CaptionText;
import org.pullquote.text.PlainText;

/**
 * Reads caption and credit out of the elements that hold them. The credit has an element of its own
 * on most pages, in the caption or beside it; else it is told apart by its words.
 */
final class CaptionElements {

  private static final Evaluator CREDIT =
      Selector.evaluatorOf(
          "cite, small, [class*=credit], [class*=copyright], [class*=photographer],"
              + " [class*=attribution], [class*=imagesource], [class*=image-source],"
              + " [class*=img-source], [class*=photo-source], [class*=media-source],"
              + " [class*=caption__source], [class*=caption-source], [class*=caption-author],"
              + " [class*=image-author], [class*=photo-author], [class*=distributor],"
              + " [itemprop=copyrightHolder], [itemprop=creator], [itemprop=author],"
              + " [itemprop=creditText], [data-testid*=credit]");

  private static final Evaluator UNREAD =
      Selector.evaluatorOf("button, script, style, noscript, svg, [aria-hidden=true]");

  /** In code units. */
  private static final int LONGEST_CREDIT = 200;

  private final Set<String> captions = new LinkedHashSet<>();
  private final Set<String> credits = new LinkedHashSet<>();

  private CaptionElements() {}

  /**
   * Reads the words under one photo.
   *
   * @param place the element that holds the photo, or the caption alone
   * @param elements those of the caption
   */
  static CaptionText read(Element place, List<Element> elements) {
    CaptionElements words = new CaptionElements();
    elements.forEach(words::read);
    if (words.credits.isEmpty()) {
      beside(place, elements).ifPresent(words.credits::add);
    }
    CaptionText text = CaptionText.parse(String.join(" ", words.captions));
    return words.credits.isEmpty()
        ? text
        : new CaptionText(text.caption(), String.join("/", words.credits));
  }

  private void read(Element element) {
    Element words = element.clone();
    words.select(UNREAD).remove();
    String whole = PlainText.line(words.text());
    List<Element> named = outermost(words);
    named.forEach(Element::remove);
    String rest = PlainText.line(words.text());
    // Where nothing else is left, a small element is the caption and no credit.
    if (rest.isEmpty() && named.size() == 1 && named.getFirst().is("cite, small")) {
      captions.add(whole);
    } else {
      named.stream().map(CaptionElements::credit).filter(c -> !c.isEmpty()).forEach(credits::add);
      if (!rest.isEmpty()) {
        captions.add(rest);
      }
    }
  }

  private static List<Element> outermost(Element words) {
    List<Element> outermost = new ArrayList<>();
    for (Element element : words.select(CREDIT)) {
      if (!element.equals(words) && element.parents().stream().noneMatch(outermost::contains)) {
        outermost.add(element);
      }
    }
    return outermost;
  }

  /** The credit that stands in the figure, or beside the caption, and not in the caption. */
  private static Optional<String> beside(Element place, List<Element> captions) {
    Element around = around(place);
    return around.select(CREDIT).stream()
        .filter(element -> captions.stream().noneMatch(caption -> overlap(element, caption)))
        .map(CaptionElements::credit)
        .filter(credit -> !credit.isEmpty() && credit.length() <= LONGEST_CREDIT)
        .findFirst();
  }

  /** A figure holds its credit; what holds but a caption stands beside it. */
  private static Element around(Element place) {
    Element parent = place.parent();
    return parent == null
            || place.normalName().equals("figure")
            || parent.childrenSize() > PageImage.MOST_NEIGHBOURS
        ? place
        : parent;
  }

  private static boolean overlap(Element one, Element other) {
    return one.equals(other) || one.parents().contains(other) || other.parents().contains(one);
  }

  private static String credit(Element element) {
    return CaptionText.credit(PlainText.line(element.text()));
  }
}
