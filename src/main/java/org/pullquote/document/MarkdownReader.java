package org.pullquote.document;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.Block;
import org.pullquote.text.BlockReader;
import org.pullquote.text.ReadResult;

/**
 * Reads an article out of Markdown (CommonMark, with tables). Passages are what a reader sees:
 * without the signs of the markup, and without HTML that stands in it.
 */
public final class MarkdownReader {

  /** What is nested deeper is read as text. */
  private static final int DEEPEST = 50;

  private final SentenceSplitter splitter;

  public MarkdownReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param text the file
   * @param known what is known about the article; goes before the front matter
   * @throws IllegalArgumentException if there is no article in it, or it is too large
   */
  public ReadResult read(String text, Metadata known) {
    if (text.length() > BlockReader.MOST_TEXT) {
      throw new IllegalArgumentException("the file has more text than any article has");
    }
    FrontMatter front = FrontMatter.of(text);
    Node document = parser().parse(body(text, front.lines()));
    Metadata metadata = known.orElse(front.metadata());
    List<Block> blocks = new MarkdownBlocks(front.lines()).of(document, metadata.title());
    return new BlockReader(blocks, metadata, splitter).read();
  }

  private static Parser parser() {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(DEEPEST)
        .build();
  }

  private static String body(String text, int lines) {
    String rest = text;
    for (int i = 0; i < lines; i++) {
      int end = rest.indexOf('\n');
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
    return rest;
  }
}
