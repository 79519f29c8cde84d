package org.pullquote.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.pullquote.text.Block;
import org.pullquote.text.PlainText;

/**
 * A text of a page that stands by itself: a paragraph, a heading, an item of a list.
 *
 * @param element the element that holds it, perhaps beside others
 * @param text its words in one line
 * @param linked how many code units of it are a link's
 * @param strong how many code units of it are set in bold
 */
record PageBlock(Element element, String text, int linked, int strong) {

  private static final Set<String> UNREAD =
      Set.of(
          ("script style noscript template svg math iframe object embed canvas audio video form"
                  + " button input select textarea figure head title")
              .split(" "));

  /** What has fewer words is a line of a poem, or of an address. */
  private static final int FEWEST_WORDS = 8;

  /** The line of an element that is not in the source. */
  private static final int NOWHERE = -1;

  /** The texts under an element, in order. */
  static List<PageBlock> of(Element root) {
    Collector collector = new Collector();
    collector.children(root);
    return collector.blocks;
  }

  boolean isHeading() {
    return element.normalName().matches("h[1-6]");
  }

  boolean isItem() {
    return element.closest("li, dd, dt") != null;
  }

  boolean isLinked() {
    return linked >= 0.8 * text.length();
  }

  boolean isStrong() {
    return strong >= 0.95 * text.length();
  }

  /** The same as a block of pasted text; its line is not told. */
  Block asBlock() {
    return new Block(1, text);
  }

  /** The line of the page's source that it stands on, counted from 1. */
  int line() {
    return line(element);
  }

  /** The line of the page's source that an element begins on, counted from 1. */
  static int line(Element element) {
    int line = element.sourceRange().start().lineNumber();
    return line == NOWHERE ? 1 : line;
  }

  /** Walks the page: what is not a block of its own belongs to the text around it. */
  private static final class Collector {
    private final List<PageBlock> blocks = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private int linked;
    private int strong;
    private boolean broken;

    void children(Element parent) {
      for (Node node : parent.childNodes()) {
        node(parent, node, false, false);
      }
      flush(parent);
    }

    private void node(Element block, Node node, boolean inLink, boolean inStrong) {
      if (node instanceof TextNode words) {
        append(words.getWholeText(), inLink, inStrong);
      } else if (node instanceof Element element) {
        element(block, element, inLink, inStrong);
      }
    }

    private void element(Element block, Element element, boolean inLink, boolean inStrong) {
      if (UNREAD.contains(element.normalName())) {
        return;
      }
      if (element.normalName().equals("br")) {
        lineBreak(block);
      } else if (isBlock(element)) {
        flush(block);
        children(element);
      } else {
        boolean link = inLink || element.normalName().equals("a");
        boolean bold = inStrong || element.normalName().matches("b|strong");
        element.childNodes().forEach(child -> node(block, child, link, bold));
      }
    }

    private static boolean isBlock(Element element) {
      return element.isBlock() || element.children().stream().anyMatch(Collector::isBlock);
    }

    /** Two in a row end a paragraph, and so does one behind a sentence; else it is a space. */
    private void lineBreak(Element block) {
      if (broken || endsParagraph()) {
        flush(block);
      } else {
        text.append(' ');
        broken = true;
      }
    }

    private boolean endsParagraph() {
      Block begun = new Block(1, PlainText.line(text.toString()));
      return begun.words() >= FEWEST_WORDS && begun.endsSentence();
    }

    private void append(String words, boolean inLink, boolean inStrong) {
      text.append(words);
      if (!words.isBlank()) {
        int length = words.strip().length();
        linked += inLink ? length : 0;
        strong += inStrong ? length : 0;
        broken = false;
      }
    }

    private void flush(Element block) {
      String line = PlainText.line(text.toString());
      if (!line.isEmpty()) {
        blocks.add(new PageBlock(block, line, linked, strong));
      }
      text = new StringBuilder();
      linked = 0;
      strong = 0;
      broken = false;
    }
  }
}
