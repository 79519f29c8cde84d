package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pullquote.meetings.Vocabulary.Kind;
import org.pullquote.names.Mention;

/**
 * People in a list: "Ida Moss, Ola Berg and the mayor".
 *
 * @param phrases in order
 * @param from the first word
 * @param to past the last word, with what stands in apposition
 */
record Coordination(List<Phrase> phrases, int from, int to) {

  /** Where somebody stands in a photo. */
  private static final Set<String> POSITIONS = Set.of("left", "right", "centre", "center");

  private static final int LONGEST_APPOSITION = 12;

  /** The list that begins with a phrase. A comma joins only where an "and" follows. */
  static Coordination from(Sentence sentence, People people, Phrase first) {
    List<Phrase> all = new ArrayList<>();
    boolean between = sentence.key(first.from() - 1).equals("between");
    Phrase last = named(sentence, people, first);
    all.add(last);
    int sure = 1;
    int to = pastApposition(sentence, last);
    int end = to;
    while (true) {
      boolean and = isAnd(sentence, to);
      int next = and ? to + 1 : to;
      Optional<Phrase> more =
          and || sentence.afterComma(to) ? people.startingAt(next) : Optional.empty();
      if (more.isEmpty()) {
        break;
      }
      last = named(sentence, people, more.get());
      all.add(last);
      to = pastApposition(sentence, last);
      if (and && (between || !isVerbBehind(sentence, last.to()))) {
        sure = all.size();
        end = to;
      }
    }
    return new Coordination(List.copyOf(all.subList(0, sure)), first.from(), end);
  }

  /** The list that ends with a phrase, or that phrase alone. */
  static Coordination upTo(Sentence sentence, People people, Phrase last) {
    List<Phrase> all = new ArrayList<>(List.of(last));
    int from = last.from();
    boolean and = from > 1 && isAnd(sentence, from - 1);
    Optional<Phrase> before = and ? people.endingAt(from - 1) : Optional.empty();
    while (before.isPresent()) {
      all.addFirst(before.get());
      from = before.get().from();
      before = sentence.afterComma(from) ? people.endingAt(from) : Optional.empty();
    }
    return new Coordination(List.copyOf(all), from, last.to());
  }

  private static boolean isAnd(Sentence sentence, int i) {
    return sentence.key(i).equals("and") && (sentence.joined(i) || sentence.afterComma(i));
  }

  /** Of "his counterpart, Ida Moss," the name. */
  private static Phrase named(Sentence sentence, People people, Phrase phrase) {
    if (phrase.several() || !sentence.afterComma(phrase.to())) {
      return phrase;
    }
    return people
        .startingAt(phrase.to())
        .filter(name -> name.mention() != null && name.mention().form() == Mention.Form.NAME)
        .filter(name -> sentence.breaksBefore(name.to()) && canBe(phrase, name))
        .map(name -> new Phrase(phrase.from(), name.to(), false, name.mention()))
        .orElse(phrase);
  }

  private static boolean canBe(Phrase role, Phrase name) {
    return role.mention() == null
        || name.mention() == null
        || role.mention().entity().equals(name.mention().entity());
  }

  /** Past ", centre," and past ", the Danish prime minister,". */
  private static int pastApposition(Sentence sentence, Phrase phrase) {
    int to = phrase.to();
    if (!sentence.afterComma(to)) {
      return to;
    }
    if (POSITIONS.contains(sentence.key(to)) && sentence.breaksBefore(to + 1)) {
      return to + 1;
    }
    boolean described = sentence.is(Kind.DETERMINER, to) || sentence.key(to).matches("\\d{2}|who");
    return described && phrase.mention() != null ? closing(sentence, to) : to;
  }

  /** Where the comma stands that ends what a comma begins, or the beginning if none does. */
  static int closing(Sentence sentence, int start) {
    for (int i = start + 1; i <= start + LONGEST_APPOSITION && i < sentence.size(); i++) {
      if (!sentence.joined(i)) {
        return sentence.afterComma(i) ? i : start;
      }
    }
    return start;
  }

  /** Whether a verb may follow, so that the last of a list begins a clause of its own. */
  private static boolean isVerbBehind(Sentence sentence, int i) {
    return sentence.joined(i)
        && (sentence.is(Kind.AUXILIARY, i) || !Vocabulary.isFunction(sentence.key(i)));
  }
}
