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
import org.pullquote.picture.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws what a reply has to draw: the same for the next reader is not drawn again. */
final class MapPicture {

  private static final Logger log = LoggerFactory.getLogger(MapPicture.class);

  /** An article in each language, and some after a change. */
  private static final int MOST_KEPT = 16;

  private final Cache<MeetingMap, Picture> drawn =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /**
   * The picture of a reply; empty where it has nothing to draw, or this machine cannot draw it:
   * then the same is said in words.
   */
  Optional<Picture> of(Reply reply) {
    return reply.parts().stream()
        .filter(Drawing.class::isInstance)
        .map(part -> ((Drawing) part).map())
        .findFirst()
        .flatMap(map -> Optional.ofNullable(drawn.get(map, missing -> draw(missing).orElse(null))));
  }

  private static Optional<Picture> draw(MeetingMap map) {
    List<Diagram.Link> links =
        map.links().stream()
            .map(link -> new Diagram.Link(link.from(), link.to(), link.lines()))
            .toList();
    // Readers' Telegrams are light and dark; a picture with a ground of its own suits both.
    Rendering rendering =
        DiagramRenderer.render(
            new Diagram(map.title(), map.people(), links, map.footer()), Theme.LIGHT);
    return switch (rendering) {
      case Picture picture -> Optional.of(picture);
      case Undrawable undrawable -> {
        log.warn("a picture cannot be drawn here: {}", undrawable.reason());
        yield Optional.empty();
      }
    };
  }
}
