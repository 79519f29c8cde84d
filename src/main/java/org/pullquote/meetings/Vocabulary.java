package org.pullquote.meetings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.article.ResourceLines;

/** The word list of this package, by kind. Immutable. */
final class Vocabulary {

  /** The kinds of {@code meeting-words-en.txt}, which says what each is for. */
  enum Kind {
    DETERMINER,
    PREPOSITION,
    CONJUNCTION,
    PRONOUN,
    AUXILIARY,
    ADVERB,
    NEGATION,
    HEDGE,
    DOUBT,
    UNREAL,
    SPEECH,
    VERB,
    GROUP,
    PLANNED,
    HOLD,
    HOLDS,
    TALKS,
    HAPPENED,
    QUANTITY,
    SPORT
  }

  private static final Map<Kind, Set<String>> WORDS = read();

  private Vocabulary() {}

  private static Map<Kind, Set<String>> read() {
    Map<Kind, Set<String>> words = new HashMap<>();
    for (String line : ResourceLines.of(Vocabulary.class, "meeting-words-en.txt")) {
      String[] fields = line.split("\\|");
      Set<String> list = Stream.of(fields[1].split("\\s+")).collect(Collectors.toSet());
      words.put(Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), list);
    }
    return Map.copyOf(words);
  }

  static boolean is(Kind kind, String key) {
    return WORDS.getOrDefault(kind, Set.of()).contains(key);
  }

  /** Whether a word holds a sentence together and is no part of a noun phrase behind its first. */
  static boolean isFunction(String key) {
    return is(Kind.PREPOSITION, key)
        || is(Kind.CONJUNCTION, key)
        || is(Kind.PRONOUN, key)
        || is(Kind.AUXILIARY, key)
        || is(Kind.ADVERB, key)
        || is(Kind.NEGATION, key)
        || is(Kind.HEDGE, key)
        || (key.endsWith("ly") && !key.endsWith("family"));
  }

  /** Whether a word looks like a verb in the past or an -ing form, or is a known verb. */
  static boolean isVerb(String key) {
    return is(Kind.VERB, key)
        || is(Kind.SPEECH, key)
        || is(Kind.HOLD, key)
        || is(Kind.HOLDS, key)
        || is(Kind.UNREAL, key)
        || key.matches("\\p{L}{2,}(?:ed|ing)");
  }
}
