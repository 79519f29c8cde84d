package org.pullquote.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Page.Listing;

/**
 * What a reader was shown last and which page of it, and what {@code /context}, {@code /more} and
 * {@code /back} turn it to: what buttons do, for who types.
 */
final class Screen {

  private final Articles articles;
  private @Nullable ShownAnswer shown;
  private Page page;

  /**
   * @param shown what was shown last; null where nothing was
   */
  Screen(Articles articles, @Nullable ShownAnswer shown, Page page) {
    this.articles = articles;
    this.shown = shown;
    this.page = page;
  }

  /** What was shown last. */
  Optional<ShownAnswer> shown() {
    return Optional.ofNullable(shown);
  }

  /** Which page of it. */
  Page page() {
    return page;
  }

  /** Notes what is shown from now on. */
  void remember(ShownAnswer other) {
    shown = other;
  }

  /** Shows the first page of whatever comes. */
  void beginAnswer() {
    page = new Page.First();
  }

  /** Shows nothing any more. */
  void clear() {
    shown = null;
  }

  /** A page of something; empty where it has no such page. */
  Optional<Turn> show(ShownAnswer other, Page first, Choice choice, Messages messages) {
    Optional<Reply> reply = articles.page(other, first, choice, messages);
    reply.ifPresent(there -> page = first);
    return reply.map(there -> Turn.told(there, other));
  }

  /** Another page of what was shown last. */
  Turn turn(Command command, Choice choice, Messages messages) {
    ShownAnswer last = shown;
    if (last == null) {
      return Turn.told(Reply.saying(messages.get("nothing.shown")));
    }
    return show(last, next(command, last), choice, messages)
        .orElseGet(() -> Turn.told(Reply.saying(messages.get("no.more"))));
  }

  private Page next(Command command, ShownAnswer last) {
    if (command == Command.CONTEXT && !last.cited().isEmpty()) {
      return new Page.InContext(last.passages().getFirst());
    }
    if (command == Command.BACK) {
      return switch (page) {
        case Listing(Listing.Kind kind, int number) -> new Listing(kind, Math.max(1, number - 1));
        case Page.Shelf(int number) -> new Page.Shelf(Math.max(1, number - 1));
        case Page.Drawn drawn -> drawn;
        case Page.First first -> first;
        case Page.InContext inContext -> new Page.First();
        case Page.Further further -> new Page.First();
      };
    }
    return switch (page) {
      case Page.Further(int number) -> new Page.Further(number + 1);
      case Listing(Listing.Kind kind, int number) -> new Listing(kind, number + 1);
      case Page.Shelf(int number) -> new Page.Shelf(number + 1);
      case Page.First first -> new Page.Further(1);
      case Page.InContext inContext -> new Page.Further(1);
      case Page.Drawn(boolean dark) -> new Page.Further(1);
    };
  }
}
