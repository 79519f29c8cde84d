package org.pullquote.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;

/** The meetings of the product's article, as labelled by hand. */
class LabelledMeetingsTest {

  private static final Set<String> NO_MEETING =
      Set.of(
          "welcome",
          "joining-delegation",
          "talks",
          "guests-present",
          "ceremony-participation",
          "wreath-laying",
          "performance",
          "invitation",
          "salute-walk-past");

  @Test
  void findsEachAndNothingElse() throws IOException {
    JsonNode labelled =
        Fixtures.JSON.readTree(Files.readString(Fixtures.shared("gold/meetings.json")));
    Set<String> passages = new TreeSet<>();
    for (JsonNode meeting : labelled.path("meetings")) {
      if (!NO_MEETING.contains(meeting.path("type").textValue())) {
        meeting.path("passages").forEach(passage -> passages.add(passage.textValue()));
      }
    }
    Set<String> found = new TreeSet<>();
    MeetingsTest.meetings(Fixtures.ARTICLE).forEach(m -> found.add(m.passage().id()));
    assertEquals(passages, found);
  }
}
