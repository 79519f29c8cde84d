package org.pullquote.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pullquote.document.TestPdf.LEFT;
import static org.pullquote.document.TestPdf.WIDTH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class PdfReaderTest {

  private static final String HEADLINE = "Mayor opens the longest bridge in the land";

  private static final String FIRST =
      "The mayor opened the bridge on Monday, to loud applause of some thousand people who had"
          + " waited in the rain since the early morning, most of them with umbrellas and flags.";

  private static final String SECOND =
      "It cost four million crowns, the council said, which is twice of what had been planned"
          + " for it ten years ago, when the old bridge was closed for lorries and for buses.";

  private static final String THIRD =
      "Nobody knows who will pay for the lamps. The council meets again on Thursday to decide,"
          + " and will hear from the builders, the ferrymen and the people of both banks.";

  private static ReadResult read(TestPdf pdf) {
    return new PdfReader(Fixtures.SENTENCES).read(pdf.bytes(), Metadata.NONE);
  }

  @Test
  void readsOneColumn() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .line(LEFT, 140, 11, "By Jane Doe, 3 March 2024")
            .paragraph(LEFT, 170, WIDTH, 11, FIRST)
            .paragraph(LEFT, 220, WIDTH, 11, SECOND)
            .paragraph(LEFT, 270, WIDTH, 11, THIRD);
    ReadResult result = read(pdf);
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + SECOND, "p3: " + THIRD),
        PassageLines.of(result));
    assertEquals(List.of("Jane Doe"), result.article().metadata().authors());
    assertEquals("3 March 2024", result.article().metadata().published());
    assertEquals(HEADLINE, result.article().metadata().title());
  }

  @Test
  void readsIndentedParagraphsWithoutSpaceBetween() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .line(
                LEFT + 15,
                170,
                11,
                "The mayor opened the bridge on Monday, to loud applause of some")
            .line(LEFT, 183, 11, "thousand people who had waited in the rain since the early morn.")
            .line(
                LEFT + 15,
                196,
                11,
                "It cost four million crowns, the council said, which is twice of")
            .line(LEFT, 209, 11, "what had been planned.");
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "p1: The mayor opened the bridge on Monday, to loud applause of some thousand people"
                + " who had waited in the rain since the early morn.",
            "p2: It cost four million crowns, the council said, which is twice of what had been"
                + " planned."),
        PassageLines.of(read(pdf)));
  }

  @Test
  void readsTwoColumnsOneAfterTheOther() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, 220, 11, FIRST)
            .paragraph(LEFT + 245, 170, 220, 11, SECOND)
            .paragraph(LEFT, 250, 220, 11, THIRD);
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + THIRD, "p3: " + SECOND),
        PassageLines.of(read(pdf)));
  }

  @Test
  void readsColumnsWhoseLinesAreAtOtherHeights() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, 140, 9, FIRST)
            .paragraph(LEFT + 160, 174, 140, 9, SECOND)
            .paragraph(LEFT + 320, 177, 140, 9, THIRD);
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + SECOND, "p3: " + THIRD),
        PassageLines.of(read(pdf)));
  }

  @Test
  void joinsAParagraphThatGoesOnInTheNextColumnAndOnTheNextPage() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 700, 220, 11, FIRST.substring(0, FIRST.indexOf("waited")).strip())
            .paragraph(LEFT + 245, 700, 220, 11, FIRST.substring(FIRST.indexOf("waited")))
            .paragraph(
                LEFT + 245, 760, 220, 11, SECOND.substring(0, SECOND.indexOf("been")).strip())
            .newPage()
            .paragraph(LEFT, 120, 220, 11, SECOND.substring(SECOND.indexOf("been")));
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + SECOND),
        PassageLines.of(read(pdf)));
  }

  @Test
  void readsTheProductsOwnArticleInTwoColumns() throws IOException {
    List<String> blocks =
        Files.readString(Path.of("data", "article.txt"))
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    TestPdf pdf = new TestPdf().paragraph(LEFT, 110, WIDTH, 24, blocks.getFirst());
    assertEquals(
        Fixtures.ARTICLE.passages(),
        read(pdf.columns(10, blocks.subList(1, blocks.size()))).article().passages());
  }

  @Test
  void leavesOutWhatStandsInTheMarginsOfThePages() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 40, 9, "The Novy Times, 3 March 2024")
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST)
            .line(300, 815, 9, "Page 1 of 2")
            .newPage()
            .line(LEFT, 40, 9, "The Novy Times, 3 March 2024")
            .paragraph(LEFT, 120, WIDTH, 11, SECOND)
            .line(300, 815, 9, "Page 2 of 2");
    ReadResult result = read(pdf);
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + SECOND), PassageLines.of(result));
    assertEquals(
        List.of(
            new LeftOut(1, "The Novy Times, 3 March 2024", Reason.MARGIN),
            new LeftOut(1, "Page 1 of 2", Reason.MARGIN),
            new LeftOut(2, "The Novy Times, 3 March 2024", Reason.MARGIN),
            new LeftOut(2, "Page 2 of 2", Reason.MARGIN)),
        result.leftOut());
    assertEquals(ReadResult.Unit.PAGE, result.unit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor waves to the crowd. Photograph: Jane Doe/Reuters | c1: The mayor waves to the crowd. @ Jane Doe/Reuters",
        "The mayor waves to the crowd (Jane Doe/AP) | c1: The mayor waves to the crowd @ Jane Doe/AP",
        "The mayor waves to the crowd. Getty Images | c1: The mayor waves to the crowd. @ Getty Images",
      })
  void readsACaptionInSmallPrintWithItsCredit(String small, String caption) {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST)
            .line(LEFT, 250, 8, small)
            .paragraph(LEFT, 280, WIDTH, 11, SECOND);
    assertEquals(
        List.of(
            "headline: " + HEADLINE,
            "p1: " + FIRST,
            caption.replace(" @ ", " | "),
            "p2: " + SECOND),
        PassageLines.of(read(pdf)));
  }

  @Test
  void takesTheCreditThatStandsUnderACaption() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST)
            .line(LEFT, 250, 8, "The mayor waves to the crowd.")
            .line(LEFT, 262, 7, "JANE DOE/THE GLOBE")
            .paragraph(LEFT, 290, WIDTH, 11, SECOND);
    assertTrue(
        PassageLines.of(read(pdf))
            .contains("c1: The mayor waves to the crowd. | JANE DOE/THE GLOBE"));
  }

  @Test
  void leavesOutWhatIsNotSure() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST)
            .upwards(30, 500, 11, "Novy Times archive")
            .line(LEFT, 230, 14, "Who will pay")
            .paragraph(LEFT, 260, WIDTH, 11, SECOND)
            .line(
                LEFT, 330, 8, "The figures are those of the year before, in crowns of that year.");
    ReadResult result = read(pdf);
    assertEquals(
        List.of("headline: " + HEADLINE, "p1: " + FIRST, "p2: " + SECOND), PassageLines.of(result));
    assertEquals(
        List.of(Reason.CROSSHEAD, Reason.SMALL, Reason.ROTATED),
        result.leftOut().stream().map(LeftOut::reason).toList());
  }

  @Test
  void takesTheFilesTitleForTheHeadlineWhereThePageShowsIt() {
    TestPdf pdf =
        new TestPdf()
            .titled(HEADLINE)
            .line(LEFT, 90, 40, "The Novy Times of Today")
            .line(LEFT, 130, 14, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST);
    assertEquals("headline: " + HEADLINE, PassageLines.of(read(pdf)).getFirst());
  }

  @Test
  void takesNoTitleThatThePageDoesNotShow() {
    TestPdf pdf =
        new TestPdf()
            .titled("Microsoft Word - draft7.doc")
            .line(LEFT, 130, 20, HEADLINE)
            .paragraph(LEFT, 170, WIDTH, 11, FIRST);
    assertEquals(HEADLINE, read(pdf).article().metadata().title());
  }

  /** Both halves of "well-known" are read as they are written; a broken word is put together. */
  @Test
  void joinsWordsThatAreBrokenAtTheEndOfALine() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .line(LEFT, 170, 11, "On Monday night the coun-")
            .line(LEFT, 183, 11, "cil gave the bridge a well-")
            .line(LEFT, 196, 11, "known name, and new lan\u00ad")
            .line(LEFT, 209, 11, "terns. No council and no")
            .line(LEFT, 222, 11, "one is well-known.");
    assertEquals(
        "p1: On Monday night the council gave the bridge a well-known name, and new lanterns. No"
            + " council and no one is well-known.",
        PassageLines.of(read(pdf)).get(1));
  }

  @Test
  void writesLigaturesAsTheirLetters() {
    TestPdf pdf =
        new TestPdf()
            .line(LEFT, 110, 24, HEADLINE)
            .line(
                LEFT,
                170,
                11,
                "The \ufb01rst \ufb02ag was raised on Monday, an o\ufb03cer said."
                    .replace("\ufb03", "f\ufb01"));
    assertEquals(
        "p1: The first flag was raised on Monday, an officer said.",
        PassageLines.of(read(pdf)).get(1));
  }

  @Test
  void saysWhatAPdfWithoutTextIs() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> read(new TestPdf()));
    assertEquals(
        "is a PDF without text, of pictures perhaps; save its text in a file", fault.getMessage());
  }
}
