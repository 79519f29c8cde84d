package org.pullquote.chat;

import java.util.Locale;

/** What a reader can turn to under an answer or a list. */
public sealed interface Page {

  /** The answer itself. */
  record First() implements Page {}

  /**
   * A passage between its neighbours.
   *
   * @param passage its id
   */
  record InContext(String passage) implements Page {}

  /**
   * Passages that were not shown, likelier ones first.
   *
   * @param number 1 for the first such page
   */
  record Further(int number) implements Page {}

  /**
   * A page of the articles to choose from.
   *
   * @param number 1 for the first
   */
  record Shelf(int number) implements Page {}

  /**
   * Who met whom, as a picture where one can be shown.
   *
   * @param dark whether it suits a dark screen
   */
  record Drawn(boolean dark) implements Page {}

  /**
   * A page of a list.
   *
   * @param number 1 for the first
   */
  record Listing(Kind kind, int number) implements Page {

    /** What is listed. */
    public enum Kind {
      PEOPLE,
      PLACES,
      PHOTOS,
      SAID,
      MEETINGS;

      /** The command that shows the first page, without the slash. */
      public String command() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
