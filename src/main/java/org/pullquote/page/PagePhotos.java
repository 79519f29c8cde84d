package org.pullquote.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pullquote.text.CaptionText;
import org.pullquote.text.PlainText;
import org.pullquote.text.Words;

/**
 * Finds the photos of a page that have captions, in the raw page: what extracts the body throws
 * most of them away. A caption stands in a {@code figcaption}, in an element whose class says so,
 * or in a text of its own beside a picture.
 */
final class PagePhotos {

  private static final Evaluator CAPTION =
      query(
          "figcaption, [class*=caption], [itemprop=caption], [data-testid*=caption],"
              + " [class*=media-text], [class*=image-description], [class*=imageDescription],"
              + " [class*=photo-description], [class*=photo-text]");

  private static final Evaluator FIGURE = query("figure, [itemtype*=ImageObject]");

  /** Boxes in which what is called a caption is none: players, forms, the page's own lines. */
  private static final Evaluator NO_CAPTION =
      query(
          "nav, footer, form, video, audio, select, table > caption, [class*=vjs-], [class*=video-js],"
              + " [class*=jw-], [class*=jwp-], [class*=captions-settings]");

  private static final Evaluator PARAGRAPHS = query("p + p + p");

  private static final Evaluator PICTURE = query("picture, img, amp-img");

  /** One picture may hold others, for other screens. */
  private static final Evaluator INNER_PICTURE = query("picture picture, picture img");

  private static final Evaluator NOT_FREE = query("a, figure, nav, header, footer, aside");

  /** What a box with nothing but a picture and its words does not hold. */
  private static final Evaluator NO_NEIGHBOUR =
      query("p, a, h1, h2, h3, h4, button, ul, input, time");

  /** No more of a kind are looked at: some pages list all that the publisher has. */
  private static final int MOST = 1_000;

  private static final int MOST_OF_ONE = 100;

  /** In code units. */
  private static final int LONGEST = 1200;

  private static final int LONGEST_NEIGHBOUR = 300;

  /** A text without any class stands so close to its picture, in steps up. */
  private static final int NEAREST = 4;

  private final Document page;
  private final Set<Element> taken = new HashSet<>();

  /** Boxes that need no second look. */
  private final Set<Element> looked = new HashSet<>();

  private final Map<Element, PagePhoto> photos = new HashMap<>();

  private static Evaluator query(String css) {
    return Selector.evaluatorOf(css);
  }

  private PagePhotos(Document page) {
    this.page = page;
  }

  /** The photos with captions, in the order of the page. */
  static List<PagePhoto> of(Document page) {
    PagePhotos finder = new PagePhotos(page);
    finder.figures();
    finder.captions();
    finder.neighbours();
    return page.stream().filter(finder.photos::containsKey).map(finder.photos::get).toList();
  }

  private void figures() {
    for (Element figure : first(page.select(FIGURE), MOST)) {
      List<Element> captions = outermost(figure, first(figure.select(CAPTION), MOST_OF_ONE));
      captions.removeIf(caption -> !figure.equals(caption.closest(FIGURE)) || isTaken(caption));
      boolean whole =
          figure.selectFirst(NO_CAPTION) == null && figure.selectFirst(PARAGRAPHS) == null;
      if (whole && !captions.isEmpty()) {
        put(figure, captions);
      } else {
        captions.forEach(caption -> put(caption, List.of(caption)));
      }
    }
  }

  private void captions() {
    for (Element caption : outermost(page, first(page.select(CAPTION), MOST))) {
      if (!isTaken(caption)) {
        put(caption, List.of(caption));
      }
    }
  }

  private static List<Element> first(Elements elements, int most) {
    return elements.subList(0, Math.min(most, elements.size()));
  }

  /** Of elements within another, those that hold a caption's words and lie in no other such. */
  private static List<Element> outermost(Element root, List<Element> elements) {
    Set<Element> outermost = new HashSet<>();
    List<Element> ordered = new ArrayList<>();
    for (Element element : elements) {
      boolean fits =
          !element.equals(root)
              && !isWithin(element, outermost)
              && element.hasText()
              && element.text().length() <= LONGEST
              && element.closest(NO_CAPTION) == null;
      if (fits && outermost.add(element)) {
        ordered.add(element);
      }
    }
    return ordered;
  }

  private static boolean isWithin(Element element, Set<Element> outer) {
    Element around = element;
    while (around != null && !outer.contains(around)) {
      around = around.parent();
    }
    return around != null;
  }

  private boolean isTaken(Element element) {
    return isWithin(element, taken);
  }

  /** A text beside a picture, both alone in their box, in a page that gives its boxes no names. */
  private void neighbours() {
    for (Element picture : first(page.select(PICTURE), MOST)) {
      boolean free = picture.closest(NOT_FREE) == null && !picture.is(INNER_PICTURE);
      if (free && !isTaken(picture)) {
        box(picture).ifPresent(this::readBox);
      }
    }
  }

  private void readBox(Element box) {
    List<Element> words =
        box.children().stream()
            .flatMap(PagePhotos::texts)
            .filter(element -> element.hasText() && element.selectFirst(PICTURE) == null)
            .toList();
    if (words.size() == 1) {
      put(box, words);
    } else if (words.size() == 2) {
      String caption = PlainText.line(words.getFirst().text());
      put(box, new CaptionText(caption, CaptionText.credit(PlainText.line(words.get(1).text()))));
    }
  }

  private static Stream<Element> texts(Element element) {
    boolean parted =
        element.selectFirst(PICTURE) != null
            || (element.childrenSize() > 0 && element.ownText().isBlank());
    return parted ? element.children().stream().flatMap(PagePhotos::texts) : Stream.of(element);
  }

  /** The nearest box around a picture that has words in it, if they can be its caption. */
  private Optional<Element> box(Element picture) {
    Element box = picture.parent();
    for (int i = 0; i < NEAREST && box != null && looked.add(box); i++) {
      if (box.hasText()) {
        boolean plain =
            box.text().length() <= LONGEST_NEIGHBOUR
                && box.selectFirst(NO_NEIGHBOUR) == null
                && box.closest(NO_CAPTION) == null
                && box.select(PICTURE).stream().filter(p -> !p.is(INNER_PICTURE)).count() == 1;
        return plain ? Optional.of(box) : Optional.empty();
      }
      box = box.parent();
    }
    return Optional.empty();
  }

  private void put(Element place, List<Element> captions) {
    taken.addAll(captions);
    put(place, CaptionElements.read(place, captions));
  }

  private void put(Element place, CaptionText text) {
    taken.add(place);
    if (!Words.of(text.caption()).isEmpty()) {
      String credit = text.credit().isBlank() ? null : text.credit();
      photos.put(place, new PagePhoto(place, text.caption(), credit, PageImage.address(place)));
    }
  }
}
