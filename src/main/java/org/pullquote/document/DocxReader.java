package org.pullquote.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.Block;
import org.pullquote.text.BlockReader;
import org.pullquote.text.PlainText;
import org.pullquote.text.ReadResult;
import org.zwobble.mammoth.DocumentConverter;

/**
 * Reads an article out of a Word document (.docx). Styles say what is headline, heading and
 * caption; where there are none, the words have to. Pictures are not opened, nothing that the file
 * refers to is fetched, and of what is deleted in tracked changes nothing is read.
 */
public final class DocxReader {

  private static final String STYLES =
      """
      p[style-name='Title'] => h1.title:fresh
      p[style-name='Subtitle'] => p.standfirst:fresh
      p[style-name='caption'] => p.caption:fresh
      p[style-name='Caption'] => p.caption:fresh
      p[style-name='Quote'] => blockquote > p:fresh
      p[style-name='Intense Quote'] => blockquote > p:fresh
      """;

  private final SentenceSplitter splitter;

  public DocxReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param file the document's bytes
   * @param known what is known about the article; what the file says of its author and dates is not
   *     used, since that is who saved it, and when
   * @throws IllegalArgumentException if there is no article in it, or more than one has
   */
  public ReadResult read(byte[] file, Metadata known) {
    OfficeParts parts = OfficeParts.of(file);
    String html = html(parts);
    List<Block> blocks = DocxBlocks.of(Jsoup.parseBodyFragment(html).body());
    String title = title(parts);
    boolean stands = blocks.stream().anyMatch(block -> block.key().equals(Block.key(title)));
    Metadata metadata = stands ? known.withTitleIfAbsent(title) : known;
    return new BlockReader(blocks, metadata, splitter).read().by(ReadResult.Unit.PARAGRAPH);
  }

  /** The document as a library turns it into HTML, by {@link #STYLES}. */
  static String html(OfficeParts parts) {
    try {
      return new DocumentConverter()
          .addStyleMap(STYLES)
          .disableEmbeddedStyleMap()
          .imageConverter(image -> Map.of())
          .convertToHtml(parts.archive())
          .getValue();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot be read as a Word document (" + e.getMessage() + ")", e);
    }
  }

  /** The title that the file gives itself: often the one of the file that it was made from. */
  private static String title(OfficeParts parts) {
    return PlainText.line(
        Jsoup.parse(parts.text(OfficeParts.PROPERTIES), Parser.xmlParser())
            .getElementsByTag("dc:title")
            .text());
  }
}
