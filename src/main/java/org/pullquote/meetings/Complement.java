package org.pullquote.meetings;

import java.util.List;
import java.util.Optional;
import org.pullquote.meetings.Vocabulary.Kind;

/**
 * What stands behind a predicate: whom one met, and where and when.
 *
 * @param objects whom; empty where nobody is named, as in "the two met in Oslo"
 * @param circumstances place and day behind the predicate and behind the objects
 * @param to past the last word that was read
 */
record Complement(List<Phrase> objects, Circumstances circumstances, int to) {

  /** The most words between "sat down" and "with": "for a working lunch". */
  private static final int MOST_PURPOSE = 4;

  /** Reads what stands behind a predicate; nothing where it is something else than people. */
  static Optional<Complement> of(Sentence sentence, People people, Predicate predicate) {
    int start = predicate.to();
    Circumstances between = Circumstances.at(sentence, start);
    int first = between.spans().isEmpty() ? between.to() : start;
    Optional<Phrase> object =
        predicate.direct() && sentence.joined(first)
            ? people.startingAt(first)
            : Optional.<Phrase>empty();
    int link = object.isPresent() ? start : link(sentence, between.to());
    if (object.isEmpty() && isLink(sentence, link)) {
      object = sentence.joined(link + 1) ? people.startingAt(link + 1) : Optional.empty();
      if (object.isEmpty()) {
        return Optional.empty();
      }
    }
    if (object.isEmpty()) {
      boolean ends = isEnd(sentence, between.to());
      return ends
          ? Optional.of(new Complement(List.of(), between, between.to()))
          : Optional.empty();
    }
    Coordination list = Coordination.from(sentence, people, object.get());
    Circumstances behind = Circumstances.at(sentence, list.to());
    Circumstances all = new Circumstances(start, behind.to(), behind.place(), behind.time());
    return Optional.of(new Complement(list.phrases(), all.or(between), behind.to()));
  }

  /** Where "with" stands, past "up" or what for: "for talks", "to a dinner". */
  private static int link(Sentence sentence, int start) {
    for (int i = start; i <= start + MOST_PURPOSE && sentence.joined(i); i++) {
      boolean purpose = List.of("up", "for", "to").contains(sentence.key(start));
      if (isLink(sentence, i)) {
        return i;
      }
      if (!purpose) {
        return start;
      }
    }
    return start;
  }

  private static boolean isLink(Sentence sentence, int i) {
    return sentence.joined(i) && List.of("with", "between").contains(sentence.key(i));
  }

  /** Whether the clause can end there: no noun follows that would be what was met. */
  private static boolean isEnd(Sentence sentence, int i) {
    return sentence.breaksBefore(i)
        || (Vocabulary.isFunction(sentence.key(i)) && !sentence.is(Kind.DETERMINER, i));
  }
}
