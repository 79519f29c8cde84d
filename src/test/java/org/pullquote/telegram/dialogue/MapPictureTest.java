package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.chat.MeetingMap;
import org.pullquote.chat.Reply;
import org.pullquote.chat.Reply.Drawing;
import org.pullquote.picture.Picture;

class MapPictureTest {

  private final MapPicture pictures = new MapPicture();

  /** Everybody met the first. */
  private static MeetingMap map(int people) {
    return new MeetingMap(
        "Who met whom",
        IntStream.range(0, people).mapToObj(i -> "Minister Number " + i).toList(),
        IntStream.range(1, people)
            .mapToObj(i -> new MeetingMap.Link(0, i, List.of("Geneva · Tuesday · ¶ " + i)))
            .toList(),
        "A story");
  }

  private Picture draw(int people, boolean dark) {
    Optional<Picture> drawn = pictures.of(new Reply(List.of(new Drawing(map(people), dark))));
    assumeTrue(drawn.isPresent(), "this machine has no fonts");
    return drawn.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, false", "25, true"})
  void isSentAsAFileWhereAPhotoWouldBeTooSmall(int people, boolean large) {
    Picture picture = draw(people, false);
    assertEquals(large, MapPicture.isLarge(picture), picture.width() + " x " + picture.height());
  }

  @Test
  void hasOtherColoursAndTheSameSizeInTheDark() {
    Picture light = draw(3, false);
    Picture dark = draw(3, true);
    assertEquals(light.height(), dark.height());
    assertNotEquals(Arrays.hashCode(light.png()), Arrays.hashCode(dark.png()));
    assertSame(light, draw(3, false));
    assertSame(
        pictures.sketch(map(3)).orElseThrow(),
        pictures.sketch(map(3)).orElseThrow(),
        "laid out once for all colours");
  }

  @Test
  void drawsNothingWhereNothingIsToBeDrawn() {
    assertEquals(Optional.empty(), pictures.of(Reply.saying("no")));
  }
}
