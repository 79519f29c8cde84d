package org.pullquote.meetings;

import java.util.Set;
import java.util.stream.IntStream;
import org.pullquote.meetings.Vocabulary.Kind;

/**
 * A finite verb with the words that stand before it: "has on Thursday met".
 *
 * @param from its first word
 * @param stated whether it says that something has happened
 * @param circumstances place and day among its words
 */
record VerbGroup(int from, boolean stated, Circumstances circumstances) {

  private static final Set<String> HAVE = Set.of("has", "have", "had");
  private static final Set<String> BE = Set.of("was", "were", "been");

  /** The most words of a place or day before the verb. */
  private static final int LONGEST_CHAIN = 6;

  /** Reads it from the verb of a predicate to the left. */
  static VerbGroup of(Sentence sentence, Predicate predicate) {
    boolean progressive = sentence.key(predicate.from()).endsWith("ing");
    int from = predicate.from();
    Circumstances told = Circumstances.none(from);
    int next = before(sentence, from, progressive);
    while (next < from) {
      told = told.or(Circumstances.at(sentence, next));
      from = next;
      next = before(sentence, from, progressive);
    }
    return new VerbGroup(from, isStated(sentence, predicate, from), told);
  }

  /** Where the group begins with one more auxiliary, adverb, place or day; or where it did. */
  private static int before(Sentence sentence, int from, boolean progressive) {
    if (from == 0 || !sentence.joined(from)) {
      return from;
    }
    String key = sentence.key(from - 1);
    boolean verb = HAVE.contains(key) || (progressive && BE.contains(key));
    boolean adverb = sentence.is(Kind.ADVERB, from - 1) || key.endsWith("ly");
    return verb || adverb ? from - 1 : chain(sentence, from);
  }

  private static int chain(Sentence sentence, int to) {
    return IntStream.range(Math.max(1, to - LONGEST_CHAIN), to)
        .filter(i -> sentence.joined(i))
        .filter(i -> {
          Circumstances chain = Circumstances.at(sentence, i);
          return chain.to() == to && !chain.spans().isEmpty();
        })
        .findFirst()
        .orElse(to);
  }

  private static boolean isStated(Sentence sentence, Predicate predicate, int from) {
    String key = sentence.joined(from) ? sentence.key(from - 1) : "";
    boolean open = Vocabulary.is(Kind.AUXILIARY, key) || isNegation(key) || key.equals("to");
    boolean denied =
        IntStream.range(from, predicate.from()).anyMatch(i -> isNegation(sentence.key(i)));
    return !open && !denied && (!predicate.present() || sentence.isDisplay());
  }

  /** Whether a word says that something is not so: "never", "didn't". */
  static boolean isNegation(String key) {
    return Vocabulary.is(Kind.NEGATION, key) || key.endsWith("n't");
  }
}
