package org.pullquote.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.pullquote.Executions;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.document.TestDocx;
import org.pullquote.text.ReadResult;

/**
 * Whatever a file holds, it is read or refused in one line. What is read has text in each passage,
 * and nothing in it that cannot be seen and turns what can.
 */
class ReaderFuzzTest {

  /** Kept, because a logger that nothing refers to forgets its level. */
  private static final Logger PDF_LOG = Logger.getLogger("org.apache.pdfbox");

  private static final ArticleReader READER = new ArticleReader(Fixtures.SENTENCES);

  private static final byte[] PDF_START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

  static {
    PDF_LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void printExecutions() {
    Executions.print();
  }

  /** The reader tells the format by itself. */
  @FuzzTest
  void anyFile(byte[] bytes) {
    read("anyFile", "file", bytes);
  }

  @FuzzTest
  void pastedText(byte[] bytes) {
    read("pastedText", "a.txt", bytes);
  }

  @FuzzTest
  void webPage(byte[] bytes) {
    read("webPage", "a.html", bytes);
  }

  @FuzzTest
  void markdown(byte[] bytes) {
    read("markdown", "a.md", bytes);
  }

  @FuzzTest
  void json(byte[] bytes) {
    read("json", "a.json", bytes);
  }

  /** An input is what stands behind the first line of a PDF. */
  @FuzzTest
  void pdf(byte[] bytes) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(PDF_START);
    file.write(bytes);
    read("pdf", "a.pdf", file.toByteArray());
  }

  /** An input is the XML of the body; the archive around it is whole. */
  @FuzzTest
  void wordDocument(byte[] bytes) {
    String xml = new String(bytes, StandardCharsets.UTF_8);
    read("wordDocument", "a.docx", new TestDocx().xml(xml).bytes());
  }

  /** An input is an archive. */
  @FuzzTest
  void archive(byte[] bytes) {
    read("archive", "a.docx", bytes);
  }

  private static void read(String target, String name, byte[] bytes) {
    Executions.count(target);
    try {
      ReadResult result = READER.read(Source.file(name, bytes), Metadata.NONE);
      for (Passage passage : result.article().passages()) {
        require(!passage.text().isBlank(), "text in each passage");
        require(passage.text().chars().noneMatch(c -> c == 0x202e || c == 0x200b), "no hiding");
      }
    } catch (UnreadableException e) {
      require(String.valueOf(e.getMessage()).lines().count() == 1, "one line: " + e.getMessage());
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not " + what);
    }
  }
}
