package org.pullquote.telegram.dialogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.pullquote.chat.MeetingMap;
import org.pullquote.chat.Reply;
import org.pullquote.chat.Reply.Drawing;
import org.pullquote.picture.Diagram;
import org.pullquote.picture.DiagramRenderer;
import org.pullquote.picture.Picture;
import org.pullquote.picture.Rendering;
import org.pullquote.picture.Rendering.Undrawable;
import org.pullquote.picture.Sketch;
import org.pullquote.picture.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what a reply has to draw: the same for the next reader is not drawn again, and in other
 * colours not laid out again.
 */
public final class MapPicture {

  private static final Logger log = LoggerFactory.getLogger(MapPicture.class);

  /** An article in each language, light and dark, and some after a change. */
  private static final int MOST_KEPT = 16;

  /**
   * The longer side of a photo as chats show it, in pixels: size y of
   * https://core.telegram.org/api/files#image-thumbnail-types.
   */
  private static final int PHOTO_SIDE = 1280;

  private final Cache<MeetingMap, Sketch> sketches =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private final Cache<Drawing, Picture> drawn =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /**
   * The picture of a reply; empty where it has nothing to draw, or this machine cannot draw it:
   * then the same is said in words.
   */
  Optional<Picture> of(Reply reply) {
    return reply.parts().stream()
        .filter(Drawing.class::isInstance)
        .map(Drawing.class::cast)
        .findFirst()
        .flatMap(drawing ->
            Optional.ofNullable(drawn.get(drawing, missing -> draw(missing).orElse(null))));
  }

  private Optional<Picture> draw(Drawing drawing) {
    return sketch(drawing.map())
        .map(sketch -> sketch.in(drawing.dark() ? Theme.DARK : Theme.LIGHT));
  }

  /** Two who ask for it at once wait for the same one. */
  Optional<Sketch> sketch(MeetingMap map) {
    return Optional.ofNullable(sketches.get(map, missing -> layOut(missing).orElse(null)));
  }

  /**
   * Whether it is to be sent as a file, which stays as it is: as a photo, it would be shown so much
   * smaller that its words were hard to read.
   */
  static boolean isLarge(Picture picture) {
    return Math.max(picture.width(), picture.height()) > PHOTO_SIDE * 3 / 2;
  }

  private static Optional<Sketch> layOut(MeetingMap map) {
    List<Diagram.Link> links =
        map.links().stream()
            .map(link -> new Diagram.Link(link.from(), link.to(), link.lines()))
            .toList();
    Rendering rendering =
        DiagramRenderer.render(new Diagram(map.title(), map.people(), links, map.footer()));
    return switch (rendering) {
      case Sketch sketch -> Optional.of(sketch);
      case Undrawable undrawable -> {
        log.warn("a picture cannot be drawn here: {}", undrawable.reason());
        yield Optional.empty();
      }
    };
  }
}
