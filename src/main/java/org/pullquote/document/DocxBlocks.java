package org.pullquote.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.pullquote.text.Block;
import org.pullquote.text.PlainText;
import org.pullquote.text.Role;

/** The blocks of a Word document that a library turned into HTML. */
final class DocxBlocks {

  /** A note's mark in the text, and the way back from the note. */
  private static final String MARKS =
      "sup:has(a[href^=#footnote]), sup:has(a[href^=#endnote]), a[href*=note-ref]";

  private static final String NOTES = "li[id^=footnote], li[id^=endnote]";

  private final List<Block> blocks = new ArrayList<>();
  private int paragraph;
  private boolean hasHeadline;

  private DocxBlocks() {}

  /** The blocks under an element, whose notes' marks are taken out of it. */
  static List<Block> of(Element body) {
    body.select(MARKS).remove();
    body.select("br").forEach(br -> br.after(" "));
    DocxBlocks found = new DocxBlocks();
    found.children(body, Role.UNTOLD, body.selectFirst("h1.title") != null);
    return found.blocks;
  }

  private void children(Element parent, Role role, boolean titled) {
    for (Element element : parent.children()) {
      switch (element.normalName()) {
        case "ul", "ol" -> children(element, role, titled);
        case "li" -> item(element, titled);
        case "blockquote" -> children(element, Role.PARAGRAPH, titled);
        case "table" -> add(element, Role.TABLE);
        case "h1" -> heading(element, titled);
        case "h2", "h3", "h4", "h5", "h6" -> add(element, Role.HEADING);
        default -> add(element, role(element, role));
      }
    }
  }

  private static Role role(Element element, Role role) {
    return element.hasClass("caption")
        ? Role.CAPTION
        : element.hasClass("standfirst") ? Role.STANDFIRST : role;
  }

  /** The title is the headline; where no paragraph is styled so, the first heading of the order. */
  private void heading(Element element, boolean titled) {
    boolean headline =
        !hasHeadline && (titled ? element.hasClass("title") : !element.text().isBlank());
    hasHeadline |= headline;
    add(element, headline ? Role.HEADLINE : Role.HEADING);
  }

  private void item(Element item, boolean titled) {
    if (item.is(NOTES)) {
      add(item, Role.NOTE);
      return;
    }
    Element own = item.clone();
    own.select("ul, ol").remove();
    add(own, Role.PARAGRAPH);
    item.children().stream()
        .filter(child -> child.normalName().matches("[uo]l"))
        .forEach(list -> children(list, Role.PARAGRAPH, titled));
  }

  private void add(Element element, Role role) {
    paragraph++;
    String text = PlainText.line(element.wholeText());
    if (!text.isEmpty()) {
      blocks.add(new Block(paragraph, text, role));
    }
  }
}
