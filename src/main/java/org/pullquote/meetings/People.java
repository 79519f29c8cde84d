package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.meetings.Sentence.Named;
import org.pullquote.meetings.Vocabulary.Kind;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.PeopleNouns;

/**
 * The words for people in a sentence: names, roles, "he" and "she" where it is known who that is,
 * and noun phrases whose noun is for people: "the North's most senior defence officials".
 */
final class People {

  private static final int MOST_BEFORE = 7;
  private static final int MOST_BEHIND = 6;

  private final Sentence sentence;
  private final List<Phrase> phrases = new ArrayList<>();

  People(Sentence sentence) {
    this.sentence = sentence;
    int i = 0;
    while (i < sentence.size()) {
      Phrase phrase = headedAt(i);
      if (phrase != null) {
        phrases.add(phrase);
      }
      i = phrase == null ? i + 1 : Math.max(phrase.to(), i + 1);
    }
  }

  /** All, in order, not overlapping. */
  List<Phrase> phrases() {
    return phrases;
  }

  /** The phrase that ends before a word. */
  Optional<Phrase> endingAt(int to) {
    return phrases.stream().filter(phrase -> phrase.to() == to).findFirst();
  }

  /** The phrase that begins with a word: all from there to its noun belongs to it. */
  Optional<Phrase> startingAt(int from) {
    return phrases.stream()
        .filter(phrase -> phrase.to() > from)
        .findFirst()
        .filter(phrase -> phrase.from() >= from && leads(from, phrase.from()))
        .map(phrase -> new Phrase(from, phrase.to(), phrase.several(), phrase.mention()));
  }

  private boolean leads(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean first = i == from && sentence.is(Kind.DETERMINER, i);
      if (!sentence.joined(i + 1) || (!first && Vocabulary.isFunction(sentence.key(i)))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Phrase headedAt(int i) {
    Named named = sentence.namedAt(i);
    if (named != null && isPerson(named.mention())) {
      if (named.to() - 1 != i) {
        return null;
      }
      Mention mention = named.mention();
      boolean pronoun = mention.form() == Mention.Form.PRONOUN;
      boolean head = pronoun ? isPersonal(i) : isHead(i, true);
      return head ? new Phrase(start(named.from()), i + 1, false, mention) : null;
    }
    return isNoun(i) ? group(i) : null;
  }

  static boolean isPerson(Mention mention) {
    return mention.entity().kind() == EntityKind.PERSON;
  }

  /** "His" is not he: it says whose. */
  private boolean isPersonal(int i) {
    return List.of("he", "she", "him").contains(sentence.key(i))
        || (sentence.key(i).equals("her") && !isWord(i + 1));
  }

  private boolean isNoun(int i) {
    String key = sentence.key(i);
    return PeopleNouns.isOne(key) || isSeveral(key);
  }

  private static boolean isSeveral(String key) {
    return PeopleNouns.isSeveral(key) || Vocabulary.is(Kind.GROUP, key);
  }

  /** Whether the noun or name is what the phrase is about: no other noun behind it takes over. */
  private boolean isHead(int i, boolean name) {
    if (sentence.get(i).possessive()) {
      return false;
    }
    if (!sentence.joined(i + 1)) {
      return true;
    }
    Named next = sentence.namedFrom(i + 1);
    if (isNoun(i + 1) || (next != null && isPerson(next.mention()) && !isPronoun(next))) {
      return false;
    }
    return name || isSeveral(sentence.key(i)) || !isWord(i + 1);
  }

  private static boolean isPronoun(Named named) {
    return named.mention().form() == Mention.Form.PRONOUN;
  }

  /** Whether a word that may be a noun follows at once. */
  private boolean isWord(int i) {
    return sentence.joined(i)
        && !Vocabulary.isFunction(sentence.key(i))
        && !Vocabulary.isVerb(sentence.key(i));
  }

  private @Nullable Phrase group(int i) {
    boolean several = isSeveral(sentence.key(i));
    if (!isHead(i, false)) {
      return null;
    }
    int from = start(i);
    if (!several && !isDetermined(from, i)) {
      return null;
    }
    return new Phrase(from, end(i + 1), several, null);
  }

  /** Whether a single noun is a person and no kind or title: "a minister", "Norway's minister". */
  private boolean isDetermined(int from, int noun) {
    return sentence.isDisplay()
        || sentence.is(Kind.DETERMINER, from)
        || sentence.get(from).possessive()
        || (from < noun && sentence.namedFrom(from) != null);
  }

  /** Where the phrase begins that a noun or name ends. */
  private int start(int head) {
    int from = head;
    while (from > 0 && head - from < MOST_BEFORE && sentence.joined(from) && belongs(from - 1)) {
      from--;
      if (sentence.is(Kind.DETERMINER, from) && !isPreDetermined(from)) {
        break;
      }
    }
    boolean counted =
        from > 1
            && sentence.joined(from)
            && sentence.joined(from - 1)
            && sentence.key(from - 1).equals("of")
            && sentence.is(Kind.QUANTITY, from - 2);
    return counted ? start(from - 2) : from;
  }

  /** Whether another such word stands before it: "all the", "the two". */
  private boolean isPreDetermined(int i) {
    return sentence.joined(i) && sentence.is(Kind.DETERMINER, i - 1);
  }

  private boolean belongs(int i) {
    Word word = sentence.get(i);
    if (sentence.is(Kind.DETERMINER, i) || word.possessive()) {
      return true;
    }
    boolean time = Circumstances.isCalendar(word.text());
    return !time && !Vocabulary.isFunction(word.key()) && !Vocabulary.isVerb(word.key());
  }

  /** Where it ends with what says which they are: "of Palestinian factions", "from China". */
  private int end(int to) {
    boolean behind = sentence.joined(to) && List.of("of", "from").contains(sentence.key(to));
    if (!behind) {
      return to;
    }
    int end = to + 1;
    while (end < sentence.size()
        && end - to < MOST_BEHIND
        && sentence.joined(end)
        && (belongs(end) || (end == to + 1 && !Vocabulary.isFunction(sentence.key(end))))) {
      end++;
    }
    return end > to + 1 ? end : to;
  }
}
