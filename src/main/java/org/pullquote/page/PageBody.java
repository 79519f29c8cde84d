package org.pullquote.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Finds which texts of a page are the body of its article. Mozilla's Readability, in Kotlin, finds
 * where on the page the article stands; it also drops paragraphs that it takes for clutter. So what
 * stands among those that it found, and is built like them, comes back.
 */
final class PageBody {

  /** Boxes of a page that hold no text of its article, by what publishers call them. */
  private static final Pattern CLUTTER =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:ads?|advert\\w*|newsletters?\\w*|promo(?:s|tion|tions|box)?|related\\w*|recirc\\w*"
              + "|shar(?:e|ing)\\w*|social\\w*|comments?|outbrain|taboola|breadcrumbs?|cookie\\w*"
              + "|subscri\\w+|sign-?up\\w*|most-?(?:read|popular)|trending|recommend\\w*"
              + "|read-?(?:more|next|also)|more-?(?:stories|from|on)|author-?(?:bio|box|info|card)"
              + "|bio|tags?|topics?|toolbar|audio\\w*|player|poll|quiz|donat\\w+|footer|sidebar"
              + "|skip\\w*|timestamps?|dateline|byline\\w*|copyright|disclaimer|registration|login"
              + "|pull-?quotes?\\w*)(?:$|[\\s_-])");

  /** Posts of other sites: words of others, which the article only shows. */
  private static final String EMBEDDED =
      "[class*=twitter-tweet], [class*=instagram-media], [class*=tiktok-embed], [class*=fb-post],"
          + " [class*=bluesky-embed], [class*=reddit-embed], [class*=twitter-video]";

  private static final Evaluator UNREAD =
      Selector.evaluatorOf(
          "script, style, noscript, template, iframe, object, embed, form, button, input, select,"
              + " textarea, nav, footer, aside, svg, figure, dialog, [hidden], [role=navigation],"
              + " [role=complementary], [role=dialog], [role=contentinfo], [style*=display:none],"
              + " [style*=display: none], :not(p)[aria-hidden=true]");

  private static final String FOR_SCREEN_READERS =
      "[class~=(?i)(^|\\s)(visually-?hidden|sr-only|screen-reader-text)]";

  /** Readability makes links absolute, which nobody reads. */
  private static final String NOWHERE = "https://page.invalid/";

  private static final String MARK = "data-pullquote";

  /** What holds more of the page's paragraphs than this is no clutter, whatever its name. */
  private static final double LARGEST_CLUTTER = 0.35;

  /** An id that is longer was made out of a heading's words, and names no box. */
  private static final int LONGEST_ID = 40;

  private static final int LONGEST_CLASS = 500;

  /** So many of one make are found before others of it come back. */
  private static final int FEWEST_OF_A_MAKE = 2;

  /** A text of so many words is a paragraph, wherever it stands. */
  private static final int FEWEST_WORDS = 12;

  private final Document page;
  private final Set<Element> found = new HashSet<>();
  private final List<PageBlock> removed = new ArrayList<>();
  private final List<PageBlock> embedded = new ArrayList<>();
  private final List<PageBlock> blocks = new ArrayList<>();
  private final List<PageBlock> kept = new ArrayList<>();

  /**
   * Finds the body.
   *
   * @param page a page without its captions; boxes that hold no text of its article are taken out
   *     of it
   */
  PageBody(Document page) {
    this.page = page;
    removeClutter();
    extract();
    blocks.addAll(PageBlock.of(page.body()));
    keep();
  }

  /** The texts of the body, with headings and controls among them, in order. */
  List<PageBlock> kept() {
    return kept;
  }

  /** All texts of the page that are not in boxes that were taken out, in order. */
  List<PageBlock> all() {
    return blocks;
  }

  /** The texts of the boxes that were taken out. */
  List<PageBlock> removed() {
    return removed;
  }

  /** The texts of posts of other sites. */
  List<PageBlock> embedded() {
    return embedded;
  }

  /** The smallest element that holds all paragraphs of the body; null where there is none. */
  @Nullable Element container() {
    Element paragraphs = container(FEWEST_WORDS);
    return paragraphs != null ? paragraphs : container(1);
  }

  private @Nullable Element container(int fewestWords) {
    Element container = null;
    for (PageBlock block : kept) {
      if (block.asBlock().words() >= fewestWords) {
        container = container == null ? block.element() : common(container, block.element());
      }
    }
    return container;
  }

  /** The smallest element that holds both. */
  static @Nullable Element common(Element one, Element other) {
    Element common = one;
    while (common != null && !common.equals(other) && !other.parents().contains(common)) {
      common = common.parent();
    }
    return common;
  }

  private void removeClutter() {
    Set<Element> gone = new HashSet<>();
    for (Element post : page.body().select(EMBEDDED)) {
      embedded.addAll(PageBlock.of(post));
      gone.add(post);
    }
    gone.addAll(page.body().select(FOR_SCREEN_READERS));
    int most = (int) (LARGEST_CLUTTER * paragraphs(page.body()));
    for (Element element : page.body().select("*")) {
      boolean within = element.parent() != null && gone.contains(element.parent());
      if (within) {
        gone.add(element);
      } else if (!element.equals(page.body())
          && isClutter(element)
          && paragraphs(element) <= most) {
        removed.addAll(PageBlock.of(element));
        gone.add(element);
      }
    }
    remove(gone);
  }

  /** Takes out elements and what is left empty, each row at once: one by one would take longer. */
  private void remove(Set<Element> gone) {
    for (Element parent : page.body().select("*").reversed()) {
      List<Node> stay =
          parent.childNodes().stream()
              .filter(
                  n -> !(n instanceof Element child) || !(gone.contains(child) || isEmpty(child)))
              .toList();
      if (stay.size() < parent.childNodeSize()) {
        parent.empty();
        parent.appendChildren(stay);
      }
    }
  }

  /** A space in an element of a line stays: it parts words. */
  private static boolean isEmpty(Element element) {
    return !element.normalName().equals("br")
        && !element.hasAttr(PageReading.PHOTO)
        && element.childNodes().stream().allMatch(node -> isEmpty(node, element.isBlock()));
  }

  private static boolean isEmpty(Node node, boolean inBlock) {
    return node instanceof TextNode text
        ? text.isBlank() && (inBlock || text.getWholeText().isEmpty())
        : !(node instanceof Element);
  }

  private static boolean isClutter(Element element) {
    boolean named = element.isBlock() && !element.normalName().equals("p");
    return element.is(UNREAD)
        || (named
            && (isClutter(element.className(), LONGEST_CLASS)
                || isClutter(element.id(), LONGEST_ID)));
  }

  private static boolean isClutter(String name, int longest) {
    return name.length() <= longest && CLUTTER.matcher(name).find();
  }

  private static int paragraphs(Element element) {
    return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
  }

  private void extract() {
    Map<String, Element> marks = new HashMap<>();
    for (Element element : page.body().select("*")) {
      String mark = String.valueOf(marks.size());
      marks.put(mark, element);
      element.attr(MARK, mark);
      if (element.className().length() > LONGEST_CLASS || element.id().length() > LONGEST_CLASS) {
        element.removeAttr("class").removeAttr("id");
      }
    }
    Element content = new Readability4J(NOWHERE, page.clone()).parse().getArticleContent();
    if (content != null) {
      content.select("[" + MARK + "]").stream()
          .filter(Element::hasText)
          .map(element -> marks.get(element.attr(MARK)))
          .forEach(found::add);
    }
  }

  /** Keeps what was found, and what stands between and is made like two that were. */
  private void keep() {
    Map<String, Integer> makes = new HashMap<>();
    int first = blocks.size();
    int last = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (found.contains(blocks.get(i).element())) {
        first = Math.min(first, i);
        last = i;
        makes.merge(make(blocks.get(i)), 1, Integer::sum);
      }
    }
    for (int i = first; i < blocks.size() && i <= last; i++) {
      PageBlock block = blocks.get(i);
      boolean alike = makes.getOrDefault(make(block), 0) >= FEWEST_OF_A_MAKE;
      if (alike || found.contains(block.element())) {
        kept.add(block);
      }
    }
  }

  /** How a text is built into the page: its element and the two around it, with their classes. */
  static String make(PageBlock block) {
    StringBuilder make = new StringBuilder();
    Element element = block.element();
    for (int i = 0; i < 3 && element != null; i++) {
      make.append(element.normalName()).append('.').append(element.className()).append('>');
      element = element.parent();
    }
    return make.toString();
  }
}
