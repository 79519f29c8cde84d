package org.pullquote.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

class CaptionsTest {

  private static final String HEADLINE = "Mayor opens the longest bridge in the land";
  private static final String FIRST = "The mayor opened the bridge on Monday, to loud applause.";
  private static final String LAST = "It cost four million crowns, the council said.";

  /** Reads lines between two paragraphs: "//" ends a line, "////" leaves one blank. */
  private static ReadResult read(String lines) {
    String between = lines.replace("////", "\n\n").replace("//", "\n");
    return new PastedTextReader(Fixtures.SENTENCES)
        .read(HEADLINE + "\n\n" + FIRST + "\n\n" + between + "\n\n" + LAST, Metadata.NONE);
  }

  private static List<String> captions(ReadResult result) {
    return result.article().passages().stream()
        .filter(passage -> passage.kind() == PassageKind.CAPTION)
        .map(passage -> passage.text() + " | " + passage.credit())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The mayor waves from the bridge – REUTERS; The mayor waves from the bridge | REUTERS",
        "The mayor waves from the bridge (Photo: AP); The mayor waves from the bridge | AP",
        "The mayor waves. Photograph: Jane Doe/Reuters; The mayor waves. | Jane Doe/Reuters",
        "The mayor waves. Credit: Jane Doe; The mayor waves. | Jane Doe",
        "The mayor waves. Picture: Jane Doe; The mayor waves. | Jane Doe",
        "The mayor waves. Photo by Jane Doe / AFP; The mayor waves. | Jane Doe / AFP",
        "The mayor waves on Monday. JANE DOE/THE GLOBE; The mayor waves on Monday. | JANE DOE/THE GLOBE",
        "The mayor waves on Monday. Jane Doe/Getty Images; The mayor waves on Monday. | Jane Doe/Getty Images",
        "The mayor waves from the bridge © Jane Doe; The mayor waves from the bridge | Jane Doe",
        "File photo: The mayor waves in May.; File photo: The mayor waves in May. | null",
        "FILE - The mayor waves in May. (AP Photo/Jane Doe); FILE - The mayor waves in May. | AP Photo/Jane Doe",
        "FILE — The mayor waves in May.; FILE — The mayor waves in May. | null",
        "Pictured: the mayor and her daughter; Pictured: the mayor and her daughter | null",
        "Image caption, The mayor waves from the bridge; The mayor waves from the bridge | null",
        "Image source, Getty Images////Image caption, The mayor waves.; The mayor waves. | Getty Images",
        "Image source, Getty Images//Image caption//The mayor waves.; The mayor waves. | Getty Images",
        "The mayor waves from the bridge////Getty Images; The mayor waves from the bridge | Getty Images",
        "The mayor waves from the bridge////(Photo: AP); The mayor waves from the bridge | AP",
        "The mayor waves from the bridge////– REUTERS; The mayor waves from the bridge | REUTERS",
        "The mayor waves from the bridge////Photo by Jane Doe; The mayor waves from the bridge | Jane Doe",
        "The mayor waves from the bridge////JANE DOE/THE GLOBE; The mayor waves from the bridge | JANE DOE/THE GLOBE",
        "The mayor waves from the bridge////© Jane Doe; The mayor waves from the bridge | Jane Doe",
        "The mayor waves//Getty Images; The mayor waves | Getty Images",
        "The mayor//Getty Images; ",
        "The mayor waves from the bridge.//Credit: Jane Doe; The mayor waves from the bridge. | Jane Doe",
      })
  void readsCaptionsOfManyLayouts(String lines, String caption) {
    ReadResult result = read(lines);
    assertEquals(caption == null ? List.of() : List.of(caption), captions(result));
    assertEquals("It cost four million crowns, the council said.", last(result));
  }

  private static String last(ReadResult result) {
    return result.article().passages().getLast().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor waves from the bridge////The mayor waves from the bridge – AP",
        "The mayor waves from the bridge – AP////The mayor waves from …",
        "The mayor waves from...////The mayor waves from the bridge – AP",
        "The mayor waves from the////The mayor waves from the bridge – AP",
      })
  void countsACaptionThatStandsFullAndCutOnce(String lines) {
    ReadResult result = read(lines);
    assertEquals(List.of("The mayor waves from the bridge | AP"), captions(result));
    assertEquals(4, result.article().passages().size());
  }

  /** Each of these is a paragraph, whatever stands at its end or behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council had voted for it twice.////Getty Images",
        "The council had voted for it twice.////Credit: Jane Doe",
        "The council had voted for it twice. – AFP",
        "The council had voted for it twice. — REUTERS",
        "The council had voted for it twice (The Globe).",
        "LONDON (Reuters) – The council had voted for it twice.",
        "Source: the council had voted for it twice.",
        "She sold the photo to Getty Images.",
        "The rights to the picture: hers.",
        "The image caption, she said, was wrong.",
        "He works for Doe/Roe and/or the council.",
        "“Caption: none,” it said on the photo.",
        "The council had voted … twice, and in vain.",
        "The file photo: nobody had it.",
      })
  void neverTakesAParagraphForACaption(String lines) {
    ReadResult result = read(lines);
    assertEquals(List.of(), captions(result));
    assertEquals(lines.replaceFirst("////.*", ""), result.article().passages().get(2).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Getty Images", "(Photo: AP)", "Photograph by Jane Doe", "Image: NASA"})
  void reportsACreditThatBelongsToNoCaption(String credit) {
    assertEquals(List.of(new LeftOut(5, credit, Reason.CREDIT)), read(credit).leftOut());
  }

  @Test
  void reportsTheCreditThatItKeptWithACaption() {
    assertEquals(
        List.of(new LeftOut(7, "Getty Images", Reason.CAPTION_CREDIT)),
        read("The mayor waves from the bridge////Getty Images").leftOut());
  }

  @Test
  void takesNoHeadlineForACaption() {
    ReadResult result =
        new PastedTextReader(Fixtures.SENTENCES)
            .read(HEADLINE + "\n\nGetty Images\n\n" + FIRST, Metadata.NONE);
    assertEquals(PassageKind.HEADLINE, result.article().passages().getFirst().kind());
    assertTrue(captions(result).isEmpty());
  }
}
