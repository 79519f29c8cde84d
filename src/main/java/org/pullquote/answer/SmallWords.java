package org.pullquote.answer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words that join others and answer nothing by themselves, in lower case. */
final class SmallWords {

  static final Set<String> PREPOSITIONS =
      Set.of("in on at by to for from of with since until after before as".split(" "));

  /** Prepositions, articles, possessives, "and", "or" and forms of "to be". */
  static final Set<String> ALL =
      Stream.concat(
              PREPOSITIONS.stream(),
              Stream.of(
                  "the a an his her its their our my this that these those and or is are was were be"
                      .split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private SmallWords() {}
}
