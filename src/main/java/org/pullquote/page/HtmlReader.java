package org.pullquote.page;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.ReadResult;

/**
 * Reads an article out of a web page. Captions, credits and metadata come from the raw page, the
 * body from what is left. Scripts are not run, and nothing is fetched.
 */
public final class HtmlReader {

  /** Pages of articles have some thousands; more would take longer than they are worth. */
  private static final int MOST_TAGS = 30_000;

  private static final int MOST_REFERENCES = 300_000;

  /** In code units: three hundred thousand words. */
  private static final int MOST_TEXT = 2_000_000;

  /** What is nested deeper is read as if it were not. */
  private static final int DEEPEST = 100;

  private final SentenceSplitter splitter;

  public HtmlReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one page.
   *
   * @param bytes the page as it was sent or stored
   * @param charset the charset that the server declared, or null
   * @param address where the page comes from, to which its links are relative, or null
   * @param known what is known about the article; goes before what the page says
   * @throws IllegalArgumentException if there is no article on the page, or it is too large
   */
  public ReadResult read(
      byte[] bytes, @Nullable String charset, @Nullable String address, Metadata known) {
    String text = PageText.decode(bytes, charset);
    requireFewer(text, '<', MOST_TAGS, "tags");
    requireFewer(text, '&', MOST_REFERENCES, "character references");
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
    Document page = Jsoup.parse(text, Objects.requireNonNullElse(address, ""), parser);
    if (page.body().wholeText().length() > MOST_TEXT) {
      throw new IllegalArgumentException("the page has more text on it than any article has");
    }
    return new PageReading(page, known, splitter).run();
  }

  private static void requireFewer(String text, char mark, int most, String what) {
    long count = text.chars().filter(c -> c == mark).count();
    if (count > most) {
      throw new IllegalArgumentException(
          "the page has %d %s, which no article has; paste its text into a file"
              .formatted(count, what));
    }
  }
}
