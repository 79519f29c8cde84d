package org.pullquote.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      value = {
        "The mayor waves. | The mayor waves. | ''",
        "The mayor waves. Credit: AFP/Getty | The mayor waves. | AFP/Getty",
        "The mayor waves (Picture: Getty) | The mayor waves | Getty",
        "The mayor waves. (Image credit: Tom Hill) | The mayor waves. | Tom Hill",
        "The mayor waves. Photograph: Tom Hill/Reuters | The mayor waves. | Tom Hill/Reuters",
        "The mayor waves. Photo by Tom Hill/AFP via Getty Images | The mayor waves. | Tom Hill/AFP via Getty Images",
        "The mayor waves. (AP Photo/Lee Kim) | The mayor waves. | AP Photo/Lee Kim",
        "The mayor waves. Tom Hill/Getty Images | The mayor waves. | Tom Hill/Getty Images",
        "The mayor waves © Tom Hill | The mayor waves | Tom Hill",
        "Image source, Getty Images | '' | Getty Images",
        "Image caption, The mayor waves | The mayor waves | ''",
        "Getty Images | '' | Getty Images",
        "Source: Natl Inst. for Ships (NIS), Novy | '' | Natl Inst. for Ships (NIS), Novy",
        "The photo was taken in 1990. | The photo was taken in 1990. | ''",
        "A picture of Anna Bell | A picture of Anna Bell | ''",
        "Anna Bell, 37 | Anna Bell, 37 | ''",
        "FILE PHOTO: The mayor waves. REUTERS/Tom Hill | FILE PHOTO: The mayor waves. | REUTERS/Tom Hill",
      })
  void partsCaptionAndCredit(String text, String caption, String credit) {
    assertEquals(new CaptionText(caption, credit), CaptionText.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(Photo: Tom Hill) | Tom Hill",
        "Photograph by Tom Hill/Reuters | Tom Hill/Reuters",
        "Credit: Tom Hill (Novy) | Tom Hill (Novy)",
        "© AP | AP",
        "Image: Tom Hill; | Tom Hill",
        "[Tom Hill/Al Jazeera] | Tom Hill/Al Jazeera",
      })
  void takesTheLabelOffACredit(String text, String credit) {
    assertEquals(credit, CaptionText.credit(text));
  }

  @Test
  void isNotSlowedByLongRuns() {
    for (String run : new String[] {"(", "Photo ", "- ", "A/", "Photo: ", "© ", " | "}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> CaptionText.parse(run.repeat(1200 / run.length())));
    }
  }
}
