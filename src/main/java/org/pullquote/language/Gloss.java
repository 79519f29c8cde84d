package org.pullquote.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.language.Vocabulary.Match;

/** English words for those of a question, one after the other; names in Latin letters. */
final class Gloss {

  /** Languages that leave the question word where the answer would stand. */
  private static final Set<String> ASKING_IN_PLACE = Set.of("ko", "ja", "zh", "tr");

  /** Written without spaces, or with what other languages write apart. */
  private static final Set<UnicodeScript> RUN_TOGETHER =
      EnumSet.of(
          UnicodeScript.HANGUL,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.KHMER);

  /** Endings of Russian and Ukrainian names. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=\\p{IsCyrillic}{3})(?:ого|ому|ами|ями|ові|еві|ой|ом|ем|ым|им|ою|ею|ах|ях|[аяуюыиеіо])$");

  /** The most words that a name has. */
  private static final int LONGEST_NAME = 4;

  private final String language;
  private final Vocabulary vocabulary;
  private final NameSounds names;

  Gloss(String language, NameSounds names) {
    this.language = language;
    this.vocabulary = Vocabulary.of(language);
    this.names = names;
  }

  /** English words, and whether they ask for something. */
  private record Piece(String english, boolean asks) {

    static Piece of(Match match) {
      return new Piece(match.english(), match.asks());
    }

    static Piece name(String name) {
      return new Piece(name, false);
    }
  }

  /** The words in English. */
  String of(List<Word> words) {
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      i += add(pieces, words, i);
    }
    String english =
        ordered(pieces)
            .map(Piece::english)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.joining(" "));
    return pieces.stream().anyMatch(Piece::asks) ? english + "?" : english;
  }

  private Stream<Piece> ordered(List<Piece> pieces) {
    return ASKING_IN_PLACE.contains(language)
        ? Stream.concat(
            pieces.stream().filter(Piece::asks), pieces.stream().filter(Predicate.not(Piece::asks)))
        : pieces.stream();
  }

  /** Adds what begins at a word. Returns how many words it has. */
  private int add(List<Piece> pieces, List<Word> words, int i) {
    for (int n = 2; n <= Math.min(LONGEST_NAME, words.size() - i); n++) {
      Optional<String> name = name(words.subList(i, i + n));
      if (name.filter(NameSounds.ofParts(n)).isPresent()) {
        pieces.add(Piece.name(name.get()));
        return n;
      }
    }
    Optional<Match> match = vocabulary.longest(words, i);
    match.map(Piece::of).ifPresentOrElse(pieces::add, () -> addUnknown(pieces, words.get(i)));
    return match.map(Match::words).orElse(1);
  }

  private void addUnknown(List<Piece> pieces, Word word) {
    if (RUN_TOGETHER.contains(word.script())) {
      addParts(pieces, word);
    } else {
      pieces.add(Piece.name(name(List.of(word)).orElseGet(() -> Romanization.of(word, language))));
    }
  }

  private Optional<String> name(List<Word> words) {
    return names.alike(romanized(words)).or(() -> names.alike(romanized(undeclined(words))));
  }

  private static List<Word> undeclined(List<Word> words) {
    return words.stream()
        .map(word -> new Word(ENDING.matcher(word.text()).replaceFirst(""), word.key()))
        .toList();
  }

  private String romanized(List<Word> words) {
    return words.stream()
        .map(word -> Romanization.of(word, language))
        .collect(Collectors.joining(" "));
  }

  /** Takes a word apart; what it is not made of is a name. */
  private void addParts(List<Piece> pieces, Word word) {
    Optional<String> name = nameOf(word);
    if (name.isPresent()) {
      pieces.add(Piece.name(name.get()));
      return;
    }
    RunTogether.parts(word, vocabulary)
        .forEach(part ->
            pieces.add(
                part.match().map(Piece::of).orElseGet(() -> Piece.name(unknown(part.rest())))));
  }

  private Optional<String> nameOf(Word word) {
    return name(List.of(word)).or(() -> name(List.of(Particles.without(word))));
  }

  private String unknown(Word rest) {
    return nameOf(rest).orElseGet(() -> Romanization.of(Particles.without(rest), language));
  }
}
