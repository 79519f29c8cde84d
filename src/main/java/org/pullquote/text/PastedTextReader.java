package org.pullquote.text;

import java.util.List;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;

/**
 * Reads an article out of text as a person pastes it from a page: a headline, then paragraphs and
 * photo captions, with the page's controls and promotions in between.
 */
public final class PastedTextReader {

  private final SentenceSplitter splitter;

  public PastedTextReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param text the pasted text
   * @param known what is known about the article; its title, if any, tells which block is the
   *     headline
   * @throws IllegalArgumentException if the text has no paragraph and no caption, or is too large
   */
  public ReadResult read(String text, Metadata known) {
    if (text.length() > BlockReader.MOST_TEXT) {
      throw new IllegalArgumentException("the file has more text than any article has");
    }
    List<Block> blocks = BlockSplitter.split(PlainText.of(text));
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("the text is empty");
    }
    return new BlockReader(blocks, known, splitter).read();
  }
}
