package org.pullquote.language;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pullquote.article.ResourceLines;
import org.pullquote.language.Vocabulary.Match;

/**
 * Tells in which language a question is: by its script; where that is Latin, by its small words.
 */
final class LanguageGuess {

  /** Languages in Latin letters; where two are as likely, the first one. */
  private static final List<String> LATIN = List.of("es", "fr", "de", "it", "pt", "pl", "tr", "nl");

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(UnicodeScript.HANGUL, "ko"),
              Map.entry(UnicodeScript.HIRAGANA, "ja"),
              Map.entry(UnicodeScript.KATAKANA, "ja"),
              Map.entry(UnicodeScript.HAN, "zh"),
              Map.entry(UnicodeScript.CYRILLIC, "ru"),
              Map.entry(UnicodeScript.ARABIC, "ar"),
              Map.entry(UnicodeScript.HEBREW, "he"),
              Map.entry(UnicodeScript.GREEK, "el"),
              Map.entry(UnicodeScript.ARMENIAN, "hy"),
              Map.entry(UnicodeScript.GEORGIAN, "ka"),
              Map.entry(UnicodeScript.DEVANAGARI, "hi"),
              Map.entry(UnicodeScript.BENGALI, "bn"),
              Map.entry(UnicodeScript.TAMIL, "ta"),
              Map.entry(UnicodeScript.TELUGU, "te"),
              Map.entry(UnicodeScript.THAI, "th"),
              Map.entry(UnicodeScript.KHMER, "km"),
              Map.entry(UnicodeScript.ETHIOPIC, "am")));

  private static final String UKRAINIAN_LETTERS = "іїєґ";
  private static final String RUSSIAN_LETTERS = "ыэъё";

  /** What only English questions begin with; most do, and need no look at other languages. */
  private static final Set<String> ENGLISH_OPENINGS =
      Set.of("who whom whose what where when why how which did does the".split(" "));

  private static final Set<String> ENGLISH =
      Set.copyOf(ResourceLines.words(LanguageGuess.class, "english-words.txt"));

  private LanguageGuess() {}

  /**
   * The language of a question.
   *
   * @param names whose words tell nothing
   * @return a BCP 47 tag; empty for English, and where nothing tells
   */
  static Optional<String> of(List<Word> words, Collection<String> names) {
    Map<UnicodeScript, Long> scripts =
        words.stream()
            .map(Word::script)
            .filter(script -> script == UnicodeScript.LATIN || BY_SCRIPT.containsKey(script))
            .collect(
                Collectors.groupingBy(
                    script -> script,
                    () -> new EnumMap<>(UnicodeScript.class),
                    Collectors.counting()));
    long latin = scripts.getOrDefault(UnicodeScript.LATIN, 0L);
    scripts.remove(UnicodeScript.LATIN);
    long others = scripts.values().stream().mapToLong(Long::longValue).sum();
    return others > 0 && others >= latin
        ? Optional.of(byScript(words, scripts))
        : byWords(words, names);
  }

  private static String byScript(List<Word> words, Map<UnicodeScript, Long> scripts) {
    if (words.stream().anyMatch(LanguageGuess::hasKana)) {
      return "ja";
    }
    UnicodeScript most =
        scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return most == UnicodeScript.CYRILLIC ? cyrillic(words) : BY_SCRIPT.getOrDefault(most, "und");
  }

  private static boolean hasKana(Word word) {
    return word.text()
        .codePoints()
        .mapToObj(UnicodeScript::of)
        .anyMatch(script -> script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA);
  }

  /** Ukrainian or Russian: by letters that only one of them has, else by words. */
  private static String cyrillic(List<Word> words) {
    long ukrainian = letters(words, UKRAINIAN_LETTERS);
    long russian = letters(words, RUSSIAN_LETTERS);
    if (ukrainian == russian) {
      ukrainian = known(words, Vocabulary.of("uk"));
      russian = known(words, Vocabulary.of("ru"));
    }
    return ukrainian > russian ? "uk" : "ru";
  }

  private static long letters(List<Word> words, String letters) {
    return words.stream()
        .flatMapToInt(word -> word.text().toLowerCase(Locale.ROOT).chars())
        .filter(letter -> letters.indexOf(letter) >= 0)
        .count();
  }

  private static long known(List<Word> words, Vocabulary vocabulary) {
    return words.stream().filter(word -> vocabulary.knows(word.key())).count();
  }

  private static Optional<String> byWords(List<Word> words, Collection<String> names) {
    if (words.isEmpty() || ENGLISH_OPENINGS.contains(words.getFirst().key())) {
      return Optional.empty();
    }
    Set<String> named =
        names.stream()
            .flatMap(name -> Word.in(name).stream())
            .map(Word::key)
            .collect(Collectors.toSet());
    List<Word> telling =
        words.stream().filter(word -> !isEnglish(word) && !named.contains(word.key())).toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    String best = "";
    long most = 0;
    for (String language : LATIN) {
      Vocabulary vocabulary = Vocabulary.of(language);
      long evidence = evidence(words, telling, vocabulary);
      if (evidence > Math.max(most, counterEvidence(words, vocabulary))) {
        best = language;
        most = evidence;
      }
    }
    return Optional.of(best).filter(language -> !language.isEmpty());
  }

  private static boolean isEnglish(Word word) {
    return ENGLISH.contains(word.key());
  }

  /** How many words are of a language; 0 where they may as well be a name, such as "de la". */
  private static long evidence(List<Word> words, List<Word> telling, Vocabulary vocabulary) {
    long known = known(telling, vocabulary);
    int opening =
        vocabulary
            .opening(words)
            .map(Match::words)
            .filter(n -> words.subList(0, n).stream().anyMatch(telling::contains))
            .orElse(0);
    boolean says =
        telling.stream().anyMatch(word -> !word.capital() && vocabulary.tells(word.key()));
    return opening > 0 || (says && known > 1) ? Math.max(known, opening) : 0;
  }

  /** How many words are English and not of a language. */
  private static long counterEvidence(List<Word> words, Vocabulary vocabulary) {
    return words.stream().filter(word -> isEnglish(word) && !vocabulary.has(word.key())).count();
  }
}
