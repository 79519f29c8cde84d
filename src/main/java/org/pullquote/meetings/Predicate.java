package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.meetings.Vocabulary.Kind;

/**
 * Words by which a sentence may state a meeting: "met", "held talks", "after a meeting".
 *
 * @param from the first word; of a noun, the preposition or determiner that it hangs on
 * @param to past the last word
 * @param form what kind of words they are
 * @param direct whether whom one met may follow without "with"
 * @param present whether it is in the present tense, which only headlines and captions use of what
 *     has happened
 */
record Predicate(int from, int to, Form form, boolean direct, boolean present) {

  /** What kind of words they are. */
  enum Form {
    /** A verb with its subject: "met", "were meeting", "held talks". */
    FINITE,
    /** A verb without one: "after meeting", "having met", ", meeting". */
    PARTICIPLE,
    /** A noun behind a preposition: "after a meeting", "during talks". */
    NOUN,
    /** A noun that is the subject: "talks between … began". */
    EVENT
  }

  private static final Set<String> BE = Set.of("was", "were", "been");
  private static final Set<String> BEFORE_PARTICIPLE = Set.of("after", "since", "upon", "while");
  private static final Set<String> BEFORE_NOUN =
      Set.of("after", "following", "during", "at", "since", "from", "in");
  private static final int MOST_BETWEEN = 5;

  /** All that a sentence has, in order; a question has none. */
  static List<Predicate> in(Sentence sentence) {
    List<Predicate> predicates = new ArrayList<>();
    if (sentence.isQuestion()) {
      return predicates;
    }
    for (int i = 0; i < sentence.size(); i++) {
      Predicate predicate = isLower(sentence, i) ? at(sentence, i) : null;
      if (predicate != null) {
        predicates.add(predicate);
      }
    }
    return predicates;
  }

  /** A capital within a sentence makes a name of it ("Met Police"), but for a headline. */
  private static boolean isLower(Sentence sentence, int i) {
    return i == 0 || !sentence.get(i).capital() || sentence.isTitleCase();
  }

  private static @Nullable Predicate at(Sentence sentence, int i) {
    return switch (sentence.key(i)) {
      case "met" -> met(sentence, i);
      case "meet", "meets" -> new Predicate(i, i + 1, Form.FINITE, true, true);
      case "meeting" -> isVerb(sentence, i) ? gerund(sentence, i, i + 1, true) : noun(sentence, i);
      case "sat" -> sitDown(sentence, i, false);
      case "sit", "sits" -> sitDown(sentence, i, true);
      case "sitting" -> down(sentence, i) ? gerund(sentence, i, i + 2, false) : null;
      default -> sentence.is(Kind.TALKS, i) ? noun(sentence, i) : holding(sentence, i);
    };
  }

  private static @Nullable Predicate met(Sentence sentence, int i) {
    return sentence.key(i - 1).equals("having")
        ? gerund(sentence, i - 1, i + 1, true)
        : new Predicate(i, i + 1, Form.FINITE, true, false);
  }

  private static @Nullable Predicate sitDown(Sentence sentence, int i, boolean present) {
    return down(sentence, i) ? new Predicate(i, i + 2, Form.FINITE, false, present) : null;
  }

  private static boolean down(Sentence sentence, int i) {
    return sentence.joined(i + 1) && sentence.key(i + 1).equals("down");
  }

  /** Whether "meeting" is the verb: behind "was", "after" or a comma, or at the beginning. */
  private static boolean isVerb(Sentence sentence, int i) {
    return i == 0
        || sentence.afterComma(i)
        || BE.contains(sentence.key(i - 1))
        || BEFORE_PARTICIPLE.contains(sentence.key(i - 1));
  }

  private static @Nullable Predicate gerund(Sentence sentence, int i, int to, boolean direct) {
    if (BE.contains(sentence.key(i - 1))) {
      return new Predicate(i, to, Form.FINITE, direct, false);
    }
    if (BEFORE_PARTICIPLE.contains(sentence.key(i - 1))) {
      return new Predicate(i - 1, to, Form.PARTICIPLE, direct, false);
    }
    boolean bare = i == 0 || sentence.afterComma(i);
    return bare ? new Predicate(i, to, Form.PARTICIPLE, direct, false) : null;
  }

  /** "Held several rounds of talks". */
  private static @Nullable Predicate holding(Sentence sentence, int i) {
    boolean past = sentence.is(Kind.HOLD, i);
    boolean present = sentence.is(Kind.HOLDS, i);
    boolean gerund = sentence.key(i).equals("holding");
    int noun = past || present || gerund ? talksBehind(sentence, i) : i;
    if (noun == i) {
      return null;
    }
    return gerund
        ? gerund(sentence, i, noun + 1, false)
        : new Predicate(i, noun + 1, Form.FINITE, false, present);
  }

  private static int talksBehind(Sentence sentence, int i) {
    for (int k = i + 1; k <= i + MOST_BETWEEN && sentence.joined(k); k++) {
      if (sentence.is(Kind.TALKS, k)) {
        return k;
      }
      if (!describes(sentence, k) && !sentence.key(k).equals("of")) {
        return i;
      }
    }
    return i;
  }

  /** Whether a word may stand before the noun of a meeting that took place. */
  private static boolean describes(Sentence sentence, int k) {
    String key = sentence.key(k);
    return !sentence.is(Kind.PLANNED, k)
        && !sentence.is(Kind.NEGATION, k)
        && !sentence.is(Kind.HEDGE, k)
        && (!Vocabulary.isFunction(key)
            || sentence.is(Kind.DETERMINER, k)
            || sentence.is(Kind.ADVERB, k));
  }

  private static @Nullable Predicate noun(Sentence sentence, int i) {
    int k = i - 1;
    while (k >= 0
        && i - k <= MOST_BETWEEN
        && sentence.joined(k + 1)
        && (sentence.get(k).possessive() || describes(sentence, k))
        && !isIntroduction(sentence, k)) {
      k--;
    }
    if (k >= 0 && sentence.joined(k + 1) && isIntroduction(sentence, k)) {
      boolean bare = k == i - 1 && sentence.key(k).equals("in");
      return bare ? null : new Predicate(k, i + 1, Form.NOUN, false, false);
    }
    boolean subject = k < 0 || !sentence.joined(k + 1);
    return subject ? new Predicate(k + 1, i + 1, Form.EVENT, false, false) : null;
  }

  private static boolean isIntroduction(Sentence sentence, int k) {
    return BEFORE_NOUN.contains(sentence.key(k));
  }
}
