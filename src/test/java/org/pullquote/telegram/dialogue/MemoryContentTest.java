package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.article.Span;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Memory;
import org.pullquote.chat.Page;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.chat.Topic;

class MemoryContentTest {

  private static final ShownAnswer SHOWN =
      new ShownAnswer(
          "edition",
          ShownAnswer.Kind.ANSWER,
          List.of(
              new ShownAnswer.Cited("p1", new Span(0, 9), List.of(new Span(2, 4)), 1.5, true, "e")),
          List.of("p2"),
          0.75,
          "ru",
          true);

  static List<Memory> isReadAsItWasWritten() {
    Topic asked =
        new Topic(
            "who? where?",
            "who?",
            "before",
            Set.of("p1", "c2"),
            null,
            "p1",
            List.of(new Span(3, 8)));
    return List.of(
        Memory.NONE,
        new Memory(Choice.ALL, asked, "edition", SHOWN, new Page.Further(2)),
        new Memory(
            new Choice("0123456789ab"),
            new Topic("text", "", "", Set.of("p3"), "p3", null, List.of()),
            "edition",
            null,
            new Page.InContext("p3")),
        new Memory(
            Choice.STANDARD, Topic.NONE, "", SHOWN, new Page.Listing(Page.Listing.Kind.PEOPLE, 3)));
  }

  @ParameterizedTest
  @MethodSource
  void isReadAsItWasWritten(Memory memory) {
    assertEquals(Optional.of(memory), MemoryContent.read(MemoryContent.write(memory)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"page\": \"z\"}", "{\"unknown\": 1}"})
  void whatAnotherVersionKeptIsNothing(String content) {
    assertEquals(Optional.empty(), MemoryContent.read(content));
  }

  @Test
  void aPageThatIsNoneIsNothing() {
    String written = MemoryContent.write(Memory.NONE).replace("\"page\":\"a\"", "\"page\":\"+\"");
    assertEquals(Optional.empty(), MemoryContent.read(written));
  }
}
