package org.pullquote.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class DocxReaderTest {

  private static final String HEADLINE = "Mayor opens the longest bridge in the land";
  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";
  private static final String LAST = "It cost four million crowns, the council said.";

  private static ReadResult read(TestDocx docx) {
    return new DocxReader(Fixtures.SENTENCES).read(docx.bytes(), Metadata.NONE);
  }

  @Test
  void readsByStyles() {
    ReadResult result =
        read(
            new TestDocx()
                .paragraph("Title", HEADLINE)
                .paragraph("Subtitle", "Crowds gather in the rain")
                .paragraph("By Jane Doe, 3 March 2024")
                .paragraph(FIRST)
                .paragraph("Heading1", "Who pays")
                .paragraph("Caption", "The mayor waves. Photo: Jane Doe/AP")
                .paragraph("Caption", "The mayor and her daughter")
                .paragraph("Quote", "Never again")
                .paragraph(LAST));
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "standfirst: Crowds gather in the rain",
            "p1: " + FIRST,
            "c1: The mayor waves. | Jane Doe/AP",
            "c2: The mayor and her daughter",
            "p2: Never again",
            "p3: " + LAST),
        PassageLines.of(result));
    assertEquals(
        List.of(
            new LeftOut(3, "By Jane Doe, 3 March 2024", Reason.BYLINE),
            new LeftOut(5, "Who pays", Reason.CROSSHEAD)),
        result.leftOut());
    assertEquals(ReadResult.Unit.PARAGRAPH, result.unit());
    assertEquals("3 March 2024", result.article().metadata().published());
  }

  @Test
  void readsByWordsWhereThereAreNoStyles() {
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "p1: " + FIRST,
            "c1: The mayor waves from the bridge | REUTERS",
            "p2: " + LAST),
        PassageLines.of(
            read(
                new TestDocx()
                    .paragraph(HEADLINE)
                    .paragraph(FIRST)
                    .paragraph("The mayor waves from the bridge – REUTERS")
                    .paragraph(LAST))));
  }

  @Test
  void reportsACaptionOfNothingButACredit() {
    ReadResult result =
        read(
            new TestDocx()
                .paragraph("Title", HEADLINE)
                .paragraph(FIRST)
                .paragraph("Caption", "Photo: Jane Doe of the Novy Times, who was there."));
    assertEquals(List.of("headline: " + HEADLINE, "p1: " + FIRST), PassageLines.of(result));
    assertEquals(Reason.CREDIT, result.leftOut().getFirst().reason());
  }

  @Test
  void takesTheFirstHeadingForTheHeadlineWhereNothingIsATitle() {
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST),
        PassageLines.of(
            read(
                new TestDocx()
                    .paragraph("Heading1", HEADLINE)
                    .paragraph(FIRST)
                    .paragraph("Heading1", "Who pays"))));
  }

  @Test
  void joinsRunsAndLeavesOutWhatIsDeletedInTrackedChanges() {
    TestDocx docx =
        new TestDocx()
            .paragraph("Title", HEADLINE)
            .xml("<w:p>" + TestDocx.run("The ma") + TestDocx.run("yor "))
            .xml("<w:del><w:r><w:delText>never </w:delText></w:r></w:del>")
            .xml("<w:ins>" + TestDocx.run("opened") + "</w:ins>")
            .xml("<w:r><w:br/></w:r><w:r><w:tab/></w:r>" + TestDocx.run("the bridge.") + "</w:p>");
    assertEquals("p1: The mayor opened the bridge.", PassageLines.of(read(docx)).get(1));
  }

  @Test
  void leavesOutTables() {
    TestDocx docx =
        new TestDocx()
            .paragraph("Title", HEADLINE)
            .paragraph(FIRST)
            .xml(
                "<w:tbl><w:tr><w:tc><w:p>"
                    + TestDocx.run("Lamps")
                    + "</w:p></w:tc></w:tr></w:tbl>");
    assertEquals(List.of(new LeftOut(3, "Lamps", Reason.TABLE)), read(docx).leftOut());
  }

  @Test
  void leavesOutFootnotesAndTheirMarks() {
    TestDocx docx =
        new TestDocx()
            .part(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org"
                    + "/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/>"
                    + "</Relationships>")
            .part(
                "word/footnotes.xml",
                "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:footnote w:id=\"2\"><w:p>"
                    + TestDocx.run("In crowns of 1990.")
                    + "</w:p></w:footnote></w:footnotes>")
            .paragraph("Title", HEADLINE)
            .paragraph(FIRST)
            .xml("<w:p>" + TestDocx.run("It cost four million"))
            .xml("<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
            .xml(TestDocx.run(" crowns, the council said.") + "</w:p>");
    ReadResult result = read(docx);
    assertEquals("p2: " + LAST, PassageLines.of(result).getLast());
    assertEquals(Reason.NOTE, result.leftOut().getFirst().reason());
  }

  @Test
  void opensNoPictureThatLiesElsewhere(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.png"), "the secret");
    TestDocx docx =
        new TestDocx()
            .part(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId9\" TargetMode=\"External\" Type=\"http://schemas"
                    + ".openxmlformats.org/officeDocument/2006/relationships/image\" Target=\""
                    + secret.toUri()
                    + "\"/></Relationships>")
            .paragraph("Title", HEADLINE)
            .paragraph(FIRST)
            .xml(
                "<w:p><w:r><w:drawing xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006"
                    + "/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml"
                    + "/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006"
                    + "/picture\"><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
                    + "<a:blip r:link=\"rId9\"/></pic:blipFill></pic:pic></a:graphicData>"
                    + "</a:graphic></wp:inline></w:drawing></w:r></w:p>");
    ReadResult result = read(docx);
    assertEquals(List.of("headline: " + HEADLINE, "p1: " + FIRST), PassageLines.of(result));
    String html = DocxReader.html(OfficeParts.of(docx.bytes()));
    assertTrue(html.contains("<img"), html);
    assertFalse(html.contains("src="), html);
  }
}
