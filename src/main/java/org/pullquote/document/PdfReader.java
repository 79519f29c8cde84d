package org.pullquote.document;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.Block;
import org.pullquote.text.BlockReader;
import org.pullquote.text.PlainText;
import org.pullquote.text.ReadResult;

/**
 * Reads an article out of a PDF: letters are put together to lines, lines to paragraphs, over
 * columns and pages. What stands in the margins of several pages, across the page or in small print
 * is left out.
 */
public final class PdfReader {

  private static final int MOST_PAGES = 200;

  private static final int MOST_WORDS_OF_A_PAGE = 20_000;

  /** Characters that a font does not tell the meaning of. */
  private static final Pattern UNTOLD = Pattern.compile("[\\p{Co}\\p{Cn}\ufffd]");

  private static final double MOST_UNTOLD = 0.02;

  private final SentenceSplitter splitter;

  public PdfReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param file the document's bytes
   * @param known what is known about the article; what the file says of its author and dates is not
   *     used, since that is who made the file, and when
   * @throws IllegalArgumentException if there is no article in it, or more than one has
   */
  public ReadResult read(byte[] file, Metadata known) {
    PdfBudget.require(file);
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new IllegalArgumentException(
            "has %d pages, which no article has; save those of the article"
                .formatted(document.getNumberOfPages()));
      }
      List<PdfPages.Page> pages = PdfPages.of(document);
      requireText(pages);
      String title =
          PlainText.line(
              Objects.requireNonNullElse(document.getDocumentInformation().getTitle(), ""));
      List<Block> blocks = PdfBlocks.of(pages, title);
      return new BlockReader(blocks, known, splitter).read().by(ReadResult.Unit.PAGE);
    } catch (InvalidPasswordException e) {
      throw new IllegalArgumentException("is a protected PDF; save it without a password", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot be read as a PDF (" + PlainText.line(String.valueOf(e.getMessage())) + ")", e);
    }
  }

  private static void requireText(List<PdfPages.Page> pages) {
    long letters = 0;
    long untold = 0;
    for (PdfPages.Page page : pages) {
      if (page.words().size() > MOST_WORDS_OF_A_PAGE) {
        throw new IllegalArgumentException(
            "has more on page " + page.number() + " than any page; save its text in a file");
      }
      for (PdfWord word : page.words()) {
        letters += word.text().length();
        untold += UNTOLD.matcher(word.text()).results().count();
      }
    }
    if (letters == 0) {
      throw new IllegalArgumentException(
          "is a PDF without text, of pictures perhaps; save its text in a file");
    }
    if (untold > MOST_UNTOLD * letters) {
      throw new IllegalArgumentException(
          "is a PDF whose letters cannot be told; copy its text into a file");
    }
  }
}
