package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.pullquote.chat.Button.Open;

/**
 * One page of many things.
 *
 * @param number 1 for the first page
 * @param from the place of its first thing, from 0
 * @param to past its last one
 * @param all how many things there are
 */
record Paging(int number, int from, int to, int all) {

  /**
   * A page.
   *
   * @param each how many things a page holds
   * @return empty where there is no such page
   */
  static Optional<Paging> of(int number, int each, int all) {
    int from = (number - 1) * each;
    return number < 1 || from >= all
        ? Optional.empty()
        : Optional.of(new Paging(number, from, Math.min(from + each, all), all));
  }

  /** Its part of all things. */
  <T> List<T> of(List<T> things) {
    return things.subList(from, to);
  }

  /**
   * The buttons to the page before and the one behind, as far as there are such.
   *
   * @param pages a page by its number
   */
  List<Button> turns(IntFunction<Page> pages, Messages messages) {
    List<Button> turns = new ArrayList<>();
    if (number > 1) {
      turns.add(new Open(messages.get("button.previous"), pages.apply(number - 1)));
    }
    if (to < all) {
      turns.add(new Open(messages.get("button.next"), pages.apply(number + 1)));
    }
    return turns;
  }
}
