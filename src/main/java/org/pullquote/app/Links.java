package org.pullquote.app;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.fetch.FetchException;
import org.pullquote.fetch.FetchLimits;
import org.pullquote.fetch.FetchedPage;
import org.pullquote.fetch.PageFetcher;
import org.pullquote.fetch.PublicAddresses;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;
import org.pullquote.text.ReadResult;

/** Reads articles that links lead to, where that is allowed. */
final class Links {

  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

  private static final FetchLimits LIMITS =
      new FetchLimits(ArticleReader.LARGEST, 5, Duration.ofSeconds(20));

  /** The endings by which a reader tells what a server declared. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "text/html", ".html",
          "application/xhtml+xml", ".html",
          "application/json", ".json",
          "text/markdown", ".md",
          "application/pdf", ".pdf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

  private final boolean allowed;
  private final SentenceSplitter splitter;

  Links(boolean allowed, SentenceSplitter splitter) {
    this.allowed = allowed;
    this.splitter = splitter;
  }

  /** Whether the command line names a link and no file. */
  static boolean isLink(String place) {
    return SCHEME.matcher(place).matches();
  }

  /**
   * Reads the article that a link leads to.
   *
   * @throws UserException if links are not allowed, or it leads to no article
   */
  ReadResult read(String link) throws UserException {
    if (!allowed) {
      throw new UserException(
          link + ": links are not followed; save the page, or set links.allowed: true");
    }
    try {
      PageFetcher fetcher =
          new PageFetcher(
              PageFetcher::systemLookup, new PublicAddresses(), LIMITS, System::nanoTime);
      return new ArticleReader(splitter).read(source(fetcher.fetch(link)), Metadata.NONE);
    } catch (FetchException | UnreadableException e) {
      throw new UserException(link + ": " + e.getMessage());
    }
  }

  /** What a link led to, under a name with the ending of what the server declared. */
  static Source source(FetchedPage page) {
    String name = "page" + ENDINGS.getOrDefault(page.type(), "");
    return new Source(name, page.bytes(), page.charset(), page.url());
  }
}
