package org.pullquote.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pullquote.document.TestPdf.LEFT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;

/**
 * Files that somebody made to do harm, or that are broken: each is refused in one line, and soon.
 */
class HostileFilesTest {

  /** Kept, because a logger that nothing refers to forgets its level. */
  private static final Logger PDF_LOG = Logger.getLogger("org.apache.pdfbox");

  static {
    PDF_LOG.setLevel(Level.OFF);
  }

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";

  private static String fault(String name, byte[] bytes) {
    UnreadableException refusal =
        assertTimeoutPreemptively(
            SOON,
            () ->
                assertThrows(
                    UnreadableException.class,
                    () ->
                        new ArticleReader(Fixtures.SENTENCES)
                            .read(Source.file(name, bytes), Metadata.NONE)));
    String message = String.valueOf(refusal.getMessage());
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.length() < 200, message);
    return message;
  }

  private static byte[] deflated(byte[] piece, int times) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int i = 0; i < times; i++) {
        out.write(piece);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  private static byte[] spaces(int length) {
    byte[] spaces = new byte[length];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  @Test
  void wordDocumentThatUnpacksToHundredsOfMegabytes() {
    byte[] picture =
        new TestDocx().paragraph(FIRST).part("word/media/a.png", new byte[130 << 20]).bytes();
    assertTrue(picture.length < 1 << 20);
    assertEquals(
        "unpacks to more than any article has; save its text in a file", fault("a.docx", picture));
    byte[] text = new TestDocx().part("word/comments.xml", spaces(33 << 20)).bytes();
    assertEquals(
        "unpacks to more than any article has; save its text in a file", fault("a.docx", text));
  }

  @Test
  void wordDocumentOfTooManyParts() {
    TestDocx docx = new TestDocx().paragraph(FIRST);
    for (int i = 0; i < 2100; i++) {
      docx.part("word/media/" + i + ".png", "x");
    }
    assertTrue(fault("a.docx", docx.bytes()).startsWith("holds more than any article (2001 parts"));
  }

  @Test
  void wordDocumentOfTooManyTags() {
    byte[] file = new TestDocx().xml("<w:p/>".repeat(700_000)).bytes();
    assertTrue(fault("a.docx", file).startsWith("holds more than any article ("));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"w:p", "w:smartTag", "w:tbl", "w:sdt", "w:hyperlink", "mc:AlternateContent"})
  void wordDocumentNestedWithoutEnd(String tag) {
    String deep = ("<" + tag + ">").repeat(100_000) + ("</" + tag + ">").repeat(100_000);
    assertTrue(!fault("a.docx", new TestDocx().xml(deep).bytes()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e \"&b;&b;\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
      })
  void wordDocumentWithEntities(String doctype) {
    byte[] file =
        new TestDocx()
            .prolog("<?xml version=\"1.0\"?>" + doctype)
            .paragraph("The mayor opened &e; on Monday, to loud applause.")
            .bytes();
    assertTrue(fault("a.docx", file).startsWith("cannot be read as a Word document"));
  }

  @Test
  void archiveThatIsNoWordDocument() throws IOException {
    assertEquals(
        "is an archive and no Word document; unpack it, or save it as .docx",
        fault("a.zip", new byte[] {'P', 'K', 3, 4}));
    byte[] whole = new TestDocx().paragraph(FIRST).bytes();
    for (int length : new int[] {10, 40, 200, whole.length / 2}) {
      assertTrue(!fault("a.docx", Arrays.copyOf(whole, length)).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1 | is an old or protected Office file; save it as .docx without a password",
        "{\\rtf1\\ansi The mayor.} | is rich text (RTF); save it as .docx",
        "\u0089PNG\u0000 | is not UTF-8 text; save it as UTF-8",
        "The mayor said \u00e9\u00e8. | is not UTF-8 text; save it as UTF-8",
        "\u00ff\u00feT\u0000h\u0000e\u0000 | is not UTF-8 text; save it as UTF-8",
      })
  void otherFormatsAndEncodings(String start, String fault) {
    assertEquals(fault, fault("a.txt", start.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void pdfOfNoise(long seed) {
    byte[] noise = new byte[1 << 20];
    new Random(seed).nextBytes(noise);
    byte[] start = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, noise, 0, start.length);
    assertTrue(fault("a.pdf", noise).startsWith("cannot be read as a PDF ("));
  }

  @Test
  void pdfThatIsProtected() {
    for (String password : new String[] {"secret", ""}) {
      byte[] file = new TestPdf().line(LEFT, 100, 11, FIRST).protectedBy(password);
      assertEquals("is a protected PDF; save it without a password", fault("a.pdf", file));
    }
  }

  @Test
  void pdfOfTenThousandPages() {
    TestPdf pdf = new TestPdf().line(LEFT, 100, 11, FIRST);
    for (int i = 1; i < 10_000; i++) {
      pdf.newPage();
    }
    assertEquals(
        "has 10000 pages, which no article has; save those of the article",
        fault("a.pdf", pdf.bytes()));
  }

  /** A PDF of objects, numbered from 1, without a table of where they are. */
  private static byte[] pdf(String... objects) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < objects.length; i++) {
      String object = (i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
      file.writeBytes(object.getBytes(StandardCharsets.ISO_8859_1));
    }
    file.writeBytes("trailer <</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }

  private static String stream(String dictionary, byte[] bytes) {
    return "<<"
        + dictionary
        + "/Length "
        + bytes.length
        + ">>\nstream\n"
        + new String(bytes, StandardCharsets.ISO_8859_1)
        + "\nendstream";
  }

  private static String form(String resources, String content) {
    return stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<" + resources + ">>>>",
        content.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void pdfWhosePagesHoldThemselves() {
    fault(
        "a.pdf", pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>"));
    fault(
        "a.pdf",
        pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]/Parent 2 0 R>>",
            "<</Type/Page/Parent 3 0 R/Contents[3 0 R]/Resources 3 0 R>>"));
  }

  @Test
  void pdfThatDrawsItselfWithoutEnd() {
    byte[] file =
        pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>",
            form("/A 4 0 R", "/A Do /A Do"));
    assertEquals("draws more than any article; save its text in a file", fault("a.pdf", file));
  }

  @Test
  void pdfNestedWithoutEnd() {
    fault("a.pdf", pdf("[".repeat(1_000_000)));
    fault("a.pdf", pdf("<</A ".repeat(200_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Filter/FlateDecode", "/Filter[/FlateDecode/FlateDecode]"})
  void pdfThatUnpacksToHundredsOfMegabytes(String filter) {
    byte[] bomb = deflated(spaces(1 << 20), 100);
    assertTrue(bomb.length < 1 << 20);
    byte[] file =
        pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            stream(filter, bomb));
    assertEquals(
        "unpacks to more than any article has; save its text in a file", fault("a.pdf", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Filter/LZWDecode", "/Filter/RunLengthDecode", "/Filter/#4cZWDecode"})
  void pdfThatIsPackedByOlderWays(String filter) {
    byte[] file = pdf("<</Type/Catalog/Pages 2 0 R>>", stream(filter, new byte[100_000]));
    assertEquals(
        "unpacks to more than any article has; save its text in a file", fault("a.pdf", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<p><table>"})
  void pageOfMillionsOfNestedTags(String tag) {
    byte[] page = tag.repeat(3_000_000 / tag.length()).getBytes(StandardCharsets.US_ASCII);
    assertTrue(fault("a.html", page).startsWith("the page has "));
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "* ", "[", "*a ", "![", "- a\n", "`", "<", "\\", "|-"})
  void markdownOfOneSign(String sign) {
    byte[] text = sign.repeat(500_000 / sign.length()).getBytes(StandardCharsets.US_ASCII);
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            new ArticleReader(Fixtures.SENTENCES).read(Source.file("a.md", text), Metadata.NONE);
          } catch (UnreadableException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Tags\n", "By Jane Doe\n", "Getty Images\n", "The mayor waves …\n", "a.\n"})
  void textOfOneLine(String line) {
    byte[] text = line.repeat(500_000 / line.length()).getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            new ArticleReader(Fixtures.SENTENCES).read(Source.file("a.txt", text), Metadata.NONE);
          } catch (UnreadableException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
          }
        });
  }
}
