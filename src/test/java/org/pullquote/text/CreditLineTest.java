package org.pullquote.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor opens the bridge – REUTERS | The mayor opens the bridge | REUTERS",
        "The mayor opens the bridge - HARARE HERALD | The mayor opens the bridge | HARARE HERALD",
        "A man - right - waves – Jane Doe/AFP | A man - right - waves | Jane Doe/AFP",
        "The mayor. (Photo: Haitham Imad) | The mayor. | Haitham Imad",
        "The mayor speaks. (Adel Hana/Associated Press) | The mayor speaks. | Adel Hana/Associated Press",
        "The mayor speaks. (AP Photo/Carolyn Kaster) | The mayor speaks. | AP Photo/Carolyn Kaster",
        "Two were held. (U.S. District Court, District of Ohio) | Two were held. | U.S. District Court, District of Ohio",
        "The mayor in 2006 Credit: DESMOND KWANDE/ AFP | The mayor in 2006 | DESMOND KWANDE/ AFP",
        "The mayor waves. Photograph: Jane Doe/Reuters | The mayor waves. | Jane Doe/Reuters",
        "The mayor waves. Photo by Jane Doe | The mayor waves. | Jane Doe",
        "The mayor waves (AP) | The mayor waves | AP",
      })
  void tellsCaptionFromCredit(String line, String caption, String credit) {
    assertEquals(
        Optional.of(new CreditLine(caption, credit)), CreditLine.parse(line, words -> false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He signed the truce – an occasion known as “Victory Day” in the North.",
        "The allegation – which the agency refutes – was made again.",
        "Aid to the Palestinian Authority (PA) was cut.",
        "It was banned by the UN Relief and Works Agency for Palestine (UNRWA).",
        "He told her the photo: it was his.",
        "The bill passed in 2019 (it was the third attempt)",
        "Plain words and no credit",
        "– REUTERS",
        "The ministry did not comment on the report. (Reuters)",
        "It is the next step. (Reporting by Jane Doe)",
        "She works for the Environmental Protection Agency (EPA)",
        "He joined the party. (Labour)",
        "He is said to have joined the party in 1990 - NATO",
      })
  void leavesOtherLinesAlone(String line) {
    assertEquals(Optional.empty(), CreditLine.parse(line, words -> false));
  }

  @Test
  void takesAnyCreditBehindWordsThatStandBareElsewhere() {
    assertEquals(
        Optional.of(new CreditLine("The mayor waves", "Novy")),
        CreditLine.parse("The mayor waves - Novy", "The mayor waves"::equals));
  }

  @Test
  void isNotSlowedByLongRunsOfCapitals() {
    for (String line : new String[] {"The end. (" + "A".repeat(115) + "!)", "-".repeat(20_000)}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> CreditLine.parse(line, words -> false));
    }
  }
}
