package org.pullquote.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.pullquote.text.Block;
import org.pullquote.text.CreditLine;
import org.pullquote.text.PlainText;
import org.pullquote.text.Role;

/**
 * The blocks of a Markdown document. The caption of an image is the line in italics under it, else
 * its title, else what it says instead of the image where that is a phrase.
 */
final class MarkdownBlocks extends AbstractVisitor {

  /** An image's words are a caption and no label from this many on. */
  private static final int FEWEST_CAPTION_WORDS = 3;

  private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.\\p{Alnum}{2,4}");

  private final int linesBefore;
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable Image lastImage;
  private boolean hasHeadline;
  private int depth;

  /**
   * @param linesBefore how many lines of the file stand before the document
   */
  MarkdownBlocks(int linesBefore) {
    this.linesBefore = linesBefore;
  }

  /**
   * The blocks of a document.
   *
   * @param title what is shown as the headline where the document has no heading of first order
   */
  List<Block> of(Node document, @Nullable String title) {
    document.accept(this);
    if (!hasHeadline && title != null) {
      blocks.addFirst(new Block(1, title, Role.HEADLINE));
    }
    return blocks;
  }

  @Override
  public void visit(Heading heading) {
    endImage();
    boolean first = heading.getLevel() == 1 && !hasHeadline;
    hasHeadline |= first;
    add(heading, text(heading), first ? Role.HEADLINE : Role.HEADING);
  }

  @Override
  public void visit(Paragraph paragraph) {
    List<Image> images = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      image(node).ifPresent(images::add);
      if (image(node).isEmpty() && !text(node).isEmpty()) {
        rest.add(node);
      }
    }
    boolean emphasised =
        rest.size() == 1
            && rest.getFirst() instanceof Emphasis
            && CreditLine.alone(text(paragraph)).isEmpty();
    if (!images.isEmpty() && rest.isEmpty()) {
      images.forEach(this::begin);
    } else if (emphasised && (images.size() == 1 || (images.isEmpty() && lastImage != null))) {
      images.forEach(this::begin);
      caption(text(paragraph), paragraph);
    } else {
      images.stream().filter(image -> rest.size() == 1).forEach(this::begin);
      endImage();
      add(paragraph, text(paragraph), role(paragraph, rest));
    }
  }

  /** A list of nothing but links leads elsewhere; other items and quotations are text. */
  private Role role(Paragraph paragraph, List<Node> parts) {
    if (depth == 0) {
      return Role.UNTOLD;
    }
    boolean pointer = parts.size() == 1 && parts.getFirst() instanceof Link;
    return pointer && paragraph.getParent() instanceof ListItem ? Role.HEADING : Role.PARAGRAPH;
  }

  private static Optional<Image> image(Node node) {
    Node inner = node instanceof Link && node.getFirstChild() != null ? node.getFirstChild() : node;
    return inner instanceof Image image && inner.getNext() == null
        ? Optional.of(image)
        : node instanceof Image own ? Optional.of(own) : Optional.empty();
  }

  private void begin(Image image) {
    endImage();
    lastImage = image;
  }

  /** The image's own words are its caption, where no line under it was. */
  private void endImage() {
    if (lastImage != null) {
      String title = PlainText.line(lastImage.getTitle() == null ? "" : lastImage.getTitle());
      String instead = inside(lastImage);
      boolean phrase =
          instead.split(" ").length >= FEWEST_CAPTION_WORDS && !FILE_NAME.matcher(instead).find();
      Node at = lastImage.getParent();
      caption(!title.isEmpty() ? title : phrase ? instead : "", at);
    }
  }

  private void caption(String words, @Nullable Node at) {
    String address = lastImage == null ? "" : lastImage.getDestination();
    lastImage = null;
    if (!words.isEmpty()) {
      boolean absolute = address.matches("(?i)https?://.+");
      blocks.add(new Block(line(at), words, Role.CAPTION, absolute ? address : null));
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    within(quote);
  }

  @Override
  public void visit(ListItem item) {
    within(item);
  }

  private void within(Node node) {
    endImage();
    depth++;
    visitChildren(node);
    endImage();
    depth--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    add(code, PlainText.line(code.getLiteral()), Role.CODE);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    add(code, PlainText.line(code.getLiteral()), Role.CODE);
  }

  @Override
  public void visit(HtmlBlock html) {
    add(html, PlainText.line(html.getLiteral()), Role.CODE);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      add(block, text(block), Role.TABLE);
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(org.commonmark.node.Document document) {
    visitChildren(document);
    endImage();
  }

  private void add(Node node, String text, Role role) {
    if (role != Role.UNTOLD || !text.isEmpty()) {
      endImage();
    }
    if (!text.isEmpty()) {
      blocks.add(new Block(line(node), text, role));
    }
  }

  private int line(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        return linesBefore + at.getSourceSpans().getFirst().getLineIndex() + 1;
      }
    }
    return linesBefore + 1;
  }

  private static String text(Node node) {
    Words words = new Words();
    node.accept(words);
    return PlainText.line(words.text.toString());
  }

  private static String inside(Image image) {
    Words words = new Words();
    for (Node node = image.getFirstChild(); node != null; node = node.getNext()) {
      node.accept(words);
    }
    return PlainText.line(words.text.toString());
  }

  /** What a reader sees of inline nodes, but for images. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(node.getLiteral().matches("(?i)<br\\b.*") ? " " : "");
    }

    @Override
    public void visit(CustomNode node) {
      visitChildren(node);
      text.append(node instanceof TableCell ? " " : "");
    }

    @Override
    public void visit(Image node) {
      // Nobody sees the words that stand in place of an image.
    }
  }
}
