package org.pullquote.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ResourceLines;

/**
 * Words of a language with English ones for them: a list of what news and questions are made of,
 * and the countries. Each is loaded when it is first needed.
 */
final class Vocabulary {

  private static final Map<String, Vocabulary> BY_LANGUAGE = new ConcurrentHashMap<>();

  /** English words that say nothing by themselves. */
  private static final Set<String> SMALL =
      Set.of(
          "", "the", "a", "of", "in", "on", "at", "to", "from", "with", "by", "for", "and", "or");

  private static final Set<String> ASKING =
      Set.of("who whom whose what which where when why how".split(" "));

  /** What else tells a language where a message begins with it. */
  private static final Set<String> GREETINGS = Set.of("hello", "thanks", "bye", "help");

  /** Words that begin with as many same letters are likely one word in both languages. */
  private static final int TELLING_LETTERS = 4;

  private static final Comparator<Match> LONGEST =
      Comparator.comparingInt(Match::words).thenComparingInt(Match::letters);

  private final String language;
  private final Entries words = new Entries();
  private @Nullable Entries countries;

  /**
   * What was recognised.
   *
   * @param words how many
   * @param letters how many of them, without endings
   * @param open whether an ending may follow
   */
  record Match(String english, int words, int letters, boolean open) {

    /** Whether it asks for something. */
    boolean asks() {
      return ASKING.contains(first());
    }

    private String first() {
      return english.split(" ")[0];
    }
  }

  private Vocabulary(String language) {
    this.language = language;
    String list = "words-" + language + ".tsv";
    if (Vocabulary.class.getResource(list) != null) {
      ResourceLines.of(Vocabulary.class, list).forEach(this::read);
    }
  }

  /** The vocabulary of a language; of one without a list, the countries. */
  static Vocabulary of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, Vocabulary::new);
  }

  private void read(String line) {
    String[] fields = line.split("\t", -1);
    String english = fields.length > 1 ? fields[1].strip() : "";
    for (String key : fields[0].split(",")) {
      words.add(Stream.of(key.strip().split(" ")).map(Stem::of).toList(), english);
    }
  }

  private synchronized Entries countries() {
    if (countries == null) {
      countries = new Entries();
      Countries.in(Locale.of(language)).forEach(countries::add);
    }
    return countries;
  }

  /** The longest entry that the words from one on match; of two as long, the first in the list. */
  Optional<Match> longest(List<Word> question, int from) {
    return longest(words.at(question, from), countries().at(question, from));
  }

  /** The longest entry of one word that a text without spaces has at a place. */
  Optional<Match> prefix(String text, int from) {
    return longest(words.at(text, from), countries().at(text, from));
  }

  private static Optional<Match> longest(Stream<Match> some, Stream<Match> others) {
    return Stream.concat(some, others)
        .reduce((one, other) -> LONGEST.compare(other, one) > 0 ? other : one);
  }

  /** Whether it is in the list. */
  boolean has(String key) {
    return find(key).isPresent();
  }

  /** Whether it is in the list, and not spelt as in English. */
  boolean knows(String key) {
    return find(key).filter(match -> !isCognate(key, match.english())).isPresent();
  }

  /** Whether it is in the list, not spelt as in English, and says something by itself. */
  boolean tells(String key) {
    return knows(key) && find(key).filter(match -> !SMALL.contains(match.english())).isPresent();
  }

  /** The word or phrase of the list that a question or a greeting begins with. */
  Optional<Match> opening(List<Word> question) {
    return longest(words.at(question, 0), Stream.empty())
        .filter(match -> match.asks() || GREETINGS.contains(match.first()));
  }

  private Optional<Match> find(String key) {
    return longest(words.at(List.of(new Word(key, key)), 0), Stream.empty());
  }

  /** "general" and "chinesisch" may be English words, or slips of them. */
  private static boolean isCognate(String key, String english) {
    int telling = Math.min(TELLING_LETTERS, english.length());
    return !SMALL.contains(english) && key.startsWith(Word.key(english.substring(0, telling)));
  }
}
