package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/**
 * A meeting that a sentence of an article states. All spans are UTF-16 code units of the text of
 * {@code passage}; place and day stand in the same clause as the statement and are never taken from
 * elsewhere.
 *
 * @param passage where it is stated
 * @param evidence the words that state it, with place and day: a part of one sentence
 * @param side who met: those on one side
 * @param otherSide whom they met; empty where those of {@code side} met each other
 * @param place where, without its preposition: "Pyongyang"; or null
 * @param time when, without its preposition: "Thursday"; or null
 */
public record Meeting(
    Passage passage,
    Span evidence,
    List<Participant> side,
    List<Participant> otherSide,
    @Nullable Span place,
    @Nullable Span time) {

  /** Two who met. */
  public record Pair(Participant one, Participant other) {}

  /**
   * @throws IllegalArgumentException if nobody else took part, or a span lies outside the passage
   */
  public Meeting {
    side = List.copyOf(side);
    otherSide = List.copyOf(otherSide);
    if (side.size() + otherSide.size() < 2 || side.isEmpty()) {
      throw new IllegalArgumentException("one alone does not meet: " + side + otherSide);
    }
    boolean within =
        Stream.concat(
                Stream.concat(side.stream(), otherSide.stream()).map(Participant::span),
                Stream.of(evidence, place, time))
            .allMatch(span -> span == null || passage.whole().contains(span));
    if (!within) {
      throw new IllegalArgumentException("a span reaches past passage " + passage.id());
    }
  }

  /** All who took part, in the order in which they are stated. */
  public List<Participant> participants() {
    return Stream.concat(side.stream(), otherSide.stream()).toList();
  }

  /** Who met whom: each of one side with each of the other, not those of one side. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      List<Participant> others = otherSide.isEmpty() ? side.subList(i + 1, side.size()) : otherSide;
      for (Participant other : others) {
        pairs.add(new Pair(side.get(i), other));
      }
    }
    return List.copyOf(pairs);
  }

  /** Place and day as the passage writes them, as far as it states them. */
  public List<String> circumstances() {
    return Stream.of(place, time)
        .filter(span -> span != null)
        .map(span -> span.in(passage.text()))
        .toList();
  }
}
