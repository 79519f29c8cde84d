package org.pullquote.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.text.Block;
import org.pullquote.text.CaptionText;
import org.pullquote.text.CreditLine;
import org.pullquote.text.Furniture;
import org.pullquote.text.PlainText;
import org.pullquote.text.Role;

/**
 * Makes blocks of the lines of a PDF. The size of most letters is that of the text; what is much
 * larger is a headline or heading, what is smaller a caption where it has a credit and else left
 * out, since notes look the same.
 */
final class PdfBlocks {

  /** Letters so much larger than those of the text are a heading's. */
  private static final float LARGER = 1.12f;

  private static final float HEADLINE = 1.25f;
  private static final float SMALLER = 0.92f;

  private static final int MOST_HEADING_WORDS = 20;
  private static final int MOST_HEADLINE_WORDS = 40;

  /** The name of a newspaper has fewer words than most headlines. */
  private static final int FEWEST_HEADLINE_WORDS = 4;

  /** The dots of a table of contents. */
  private static final Pattern LEADERS = Pattern.compile("(?:\\. ?){5}");

  private final List<PdfParagraph> paragraphs = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Hyphens hyphens;
  private final float textSize;

  /** The index of the last paragraph in letters of the text; -1 where there is none. */
  private int lastText = -1;

  private PdfBlocks(List<List<PdfLine>> columns) {
    List<PdfLine> lines = columns.stream().flatMap(List::stream).toList();
    hyphens = new Hyphens(lines);
    textSize = textSize(lines);
    columns.forEach(column -> PdfParagraph.of(column).forEach(this::add));
  }

  /** The blocks of a document; their lines are its pages. */
  static List<Block> of(List<PdfPages.Page> pages, String title) {
    PdfMargins margins = new PdfMargins(pages);
    List<List<PdfLine>> columns = new ArrayList<>();
    List<Block> outside = new ArrayList<>();
    for (PdfPages.Page page : pages) {
      Set<PdfWord> gone = new HashSet<>();
      for (PdfLine line : margins.of(page)) {
        gone.addAll(line.words());
        outside.add(new Block(page.number(), PlainText.line(line.text()), Role.MARGIN));
      }
      List<PdfWord> words = page.words().stream().filter(word -> !gone.contains(word)).toList();
      columns.addAll(PdfColumns.of(page.number(), words));
      if (!page.rotated().isEmpty()) {
        outside.add(new Block(page.number(), PlainText.line(page.rotated()), Role.ROTATED));
      }
    }
    PdfBlocks read = new PdfBlocks(columns);
    read.assign(title);
    read.blocks.addAll(outside);
    return read.blocks.stream().filter(block -> !block.text().isEmpty()).toList();
  }

  private static float textSize(List<PdfLine> lines) {
    Map<Float, Integer> letters = new HashMap<>();
    lines.stream()
        .flatMap(line -> line.words().stream())
        .forEach(word -> letters.merge(word.size(), word.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** A paragraph that goes on in the next column, or on the next page, is one. */
  private void add(PdfParagraph next) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalArgumentException("was interrupted");
    }
    if (!isText(next)) {
      paragraphs.add(next);
    } else if (lastText >= 0 && goesOn(paragraphs.get(lastText), next)) {
      paragraphs.set(lastText, paragraphs.get(lastText).and(next));
    } else {
      lastText = paragraphs.size();
      paragraphs.add(next);
    }
  }

  private boolean isText(PdfParagraph paragraph) {
    return paragraph.size() > SMALLER * textSize && paragraph.size() < LARGER * textSize;
  }

  private boolean goesOn(PdfParagraph open, PdfParagraph next) {
    PdfLine last = open.lines().getLast();
    PdfLine first = next.lines().getFirst();
    boolean elsewhere = first.page() != last.page() || first.baseline() <= last.baseline();
    Block begun = new Block(1, last.text());
    boolean small = Character.isLowerCase(first.text().codePointAt(0));
    boolean hyphen = last.text().matches(".*\\p{L}[-‐\u00ad]");
    return elsewhere
        && open.isSameSize(next)
        && !begun.endsSentence()
        && (small || (open.isFull() && !hyphen && lastText == paragraphs.size() - 1));
  }

  private void assign(String title) {
    List<String> texts =
        paragraphs.stream().map(each -> PlainText.line(each.text(hyphens))).toList();
    int headline = headline(texts, title);
    for (int i = 0; i < paragraphs.size(); i++) {
      PdfParagraph paragraph = paragraphs.get(i);
      String next = i + 1 < texts.size() ? texts.get(i + 1) : "";
      Role role = i == headline ? Role.HEADLINE : role(paragraph, texts.get(i), next);
      boolean sumsUp = i == headline + 1 && headline >= 0 && role == Role.UNTOLD;
      boolean larger = paragraph.size() >= LARGER * textSize;
      blocks.add(
          new Block(paragraph.page(), texts.get(i), sumsUp && larger ? Role.STANDFIRST : role));
    }
  }

  /** What the file calls its title and the first page shows; else what is set largest there. */
  private int headline(List<String> texts, String title) {
    int named = -1;
    int largest = -1;
    for (int i = 0;
        i < texts.size() && paragraphs.get(i).page() == paragraphs.getFirst().page();
        i++) {
      Block block = new Block(1, texts.get(i));
      boolean large = paragraphs.get(i).size() >= HEADLINE * textSize;
      if (named < 0 && !title.isEmpty() && block.key().equals(Block.key(title))) {
        named = i;
      }
      if (large && block.words() <= MOST_HEADLINE_WORDS && isBetter(i, largest, texts)) {
        largest = i;
      }
    }
    return named >= 0 ? named : largest;
  }

  private boolean isBetter(int i, int best, List<String> texts) {
    if (best < 0) {
      return true;
    }
    boolean phrase = isPhrase(texts.get(i));
    boolean bestPhrase = isPhrase(texts.get(best));
    return phrase == bestPhrase ? paragraphs.get(i).size() > paragraphs.get(best).size() : phrase;
  }

  private static boolean isPhrase(String text) {
    return new Block(1, text).words() >= FEWEST_HEADLINE_WORDS;
  }

  private Role role(PdfParagraph paragraph, String text, String next) {
    Block block = new Block(1, text);
    if (LEADERS.matcher(text).find() || paragraph.lines().getFirst().isTabular()) {
      return Role.TABLE;
    }
    if (paragraph.size() >= LARGER * textSize) {
      boolean heading = block.words() <= MOST_HEADING_WORDS && !block.endsSentence();
      return heading ? Role.HEADING : Role.UNTOLD;
    }
    return paragraph.size() <= SMALLER * textSize ? smallRole(block, next) : Role.UNTOLD;
  }

  private static Role smallRole(Block block, String next) {
    if (CreditLine.alone(block.text()).isPresent()
        || Furniture.reasonButHeading(block).isPresent()) {
      return Role.UNTOLD;
    }
    Optional<String> credit = CreditLine.alone(next);
    boolean credited = !CaptionText.parse(block.text()).credit().isEmpty() || credit.isPresent();
    return credited ? Role.CAPTION : Role.SMALL;
  }
}
