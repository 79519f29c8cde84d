package org.pullquote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.document.TestDocx;
import org.pullquote.document.TestPdf;
import org.pullquote.fetch.FetchedPage;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.UnreadableException;

class LinksTest {

  private static final String HEADLINE = "Bridge opens in the old town";
  private static final String FIRST = "The mayor opened it on Monday.";

  private static String read(String type, byte[] bytes) throws UnreadableException {
    FetchedPage page = new FetchedPage("https://novy.example/story", type, null, bytes);
    return new ArticleReader(Fixtures.SENTENCES)
        .read(Links.source(page), Metadata.NONE)
        .article()
        .passage("p1")
        .orElseThrow()
        .text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
        ""
      })
  void readsWordDocuments(String type) throws UnreadableException {
    byte[] file = new TestDocx().paragraph("Title", HEADLINE).paragraph(FIRST).bytes();
    assertEquals(FIRST, read(type, file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", ""})
  void readsPdfs(String type) throws UnreadableException {
    byte[] file =
        new TestPdf()
            .line(TestPdf.LEFT, 110, 24, HEADLINE)
            .line(TestPdf.LEFT, 170, 11, FIRST)
            .bytes();
    assertEquals(FIRST, read(type, file));
  }

  @Test
  void readsMarkdown() throws UnreadableException {
    String text = "# " + HEADLINE + "\n\nThe *mayor* opened it on Monday.";
    assertEquals(FIRST, read("text/markdown", text.getBytes(StandardCharsets.UTF_8)));
  }
}
