package org.pullquote.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.article.StrictJson;
import org.pullquote.document.DocxReader;
import org.pullquote.document.MarkdownReader;
import org.pullquote.document.PdfReader;
import org.pullquote.page.HtmlReader;
import org.pullquote.text.PastedTextReader;
import org.pullquote.text.ReadResult;

/** Reads an article out of a file of any known format, which it tells by content and name. */
public final class ArticleReader {

  /** No article is larger, packed or unpacked, in bytes. */
  public static final int LARGEST = 16 << 20;

  /** A PDF is a program that draws; one of an article takes a second at most. */
  private static final Duration MOST_TIME = Duration.ofSeconds(20);

  private final SentenceSplitter splitter;

  public ArticleReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param known what is known about it, which goes before what the file says of itself; for JSON,
   *     behind it
   * @throws UnreadableException if there is no article in it, with the reason
   */
  public ReadResult read(Source source, Metadata known) throws UnreadableException {
    Source unpacked = Packed.unpack(source, LARGEST);
    Format format = Format.of(unpacked);
    try {
      return read(format, unpacked, known);
    } catch (JsonProcessingException e) {
      throw new UnreadableException(StrictJson.fault(e), StrictJson.line(e));
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new UnreadableException("is nested deeper than any article; save its text in a file");
    } catch (RuntimeException e) {
      // Files are made by anybody, and the libraries that read them are not prepared for all.
      throw new UnreadableException(
          "cannot be read as " + format.label() + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private ReadResult read(Format format, Source source, Metadata known)
      throws JsonProcessingException, UnreadableException {
    return switch (format) {
      case HTML ->
          new HtmlReader(splitter).read(source.bytes(), source.charset(), source.address(), known);
      case JSON ->
          new ReadResult(
              new PassageListReader(splitter).read(StrictJson.read(Format.text(source)), known),
              List.of());
      case MARKDOWN -> new MarkdownReader(splitter).read(Format.text(source), known);
      case DOCX -> new DocxReader(splitter).read(source.bytes(), known);
      case PDF ->
          TimeLimit.call(MOST_TIME, () -> new PdfReader(splitter).read(source.bytes(), known));
      case TEXT -> new PastedTextReader(splitter).read(Format.text(source), known);
    };
  }
}
