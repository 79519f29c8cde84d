package org.pullquote.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader can tell the bot to do by a word with a slash. */
public enum Command {
  START(false),
  ASK(true),
  PEOPLE(true),
  PLACES(true),
  MEETINGS(true),
  MAP(true),
  SAID(true),
  PHOTOS(true),
  PASSAGE(true),
  ARTICLE(true),
  ARTICLES(true),
  CONTEXT(false),
  MORE(false),
  BACK(false),
  HELP(true),
  ABOUT(true),
  PRIVACY(true),
  FORGET(true);

  private final boolean offered;

  Command(boolean offered) {
    this.offered = offered;
  }

  /** Whether it shows something of one article, so that one has to be chosen. */
  boolean isOfOneArticle() {
    return switch (this) {
      case PEOPLE, PLACES, MEETINGS, MAP, SAID, PHOTOS, PASSAGE, ARTICLE -> true;
      default -> false;
    };
  }

  /** The word, without the slash. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, in a few words. */
  public String description(Messages messages) {
    return messages.get("command." + word());
  }

  /**
   * Those to show in a menu, in order; the others are of use only now and then.
   *
   * @param several whether there are several articles
   */
  public static List<Command> offered(boolean several) {
    return Arrays.stream(values())
        .filter(command -> command.offered && (several || command != ARTICLES))
        .toList();
  }

  /** The words of all of them, without the slash. */
  public static Set<String> words() {
    return Arrays.stream(values()).map(Command::word).collect(Collectors.toUnmodifiableSet());
  }

  /** The command with that word, in any case. */
  static Optional<Command> of(String word) {
    return Arrays.stream(values())
        .filter(command -> command.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
