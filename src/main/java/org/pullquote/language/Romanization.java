package org.pullquote.language;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Words in Latin letters without accents, as news in English spells names. */
final class Romanization {

  /** By language, the rules that come nearest to how names are spelt in English. */
  private static final Map<String, String> RULES =
      Map.of(
          "ru", "Russian-Latin/BGN",
          "uk", "Ukrainian-Latin/BGN",
          "el", "Greek-Latin/UNGEGN",
          "ko", "Hangul-Latin",
          "zh", "Han-Latin",
          "ar", "Arabic-Latin/BGN");

  private static final String WITHOUT_ACCENTS = "; Latin-ASCII; [^[:L:][:N:]-] Remove";

  /** Each takes some tenths of a second to make. */
  private static final Map<String, Transliterator> BY_LANGUAGE = new ConcurrentHashMap<>();

  private Romanization() {}

  /** A word of a language, in Latin letters. */
  static String of(Word word, String language) {
    return BY_LANGUAGE
        .computeIfAbsent(word.latin() ? "" : language, Romanization::transliterator)
        .transliterate(word.text());
  }

  private static Transliterator transliterator(String language) {
    return Transliterator.getInstance(RULES.getOrDefault(language, "Any-Latin") + WITHOUT_ACCENTS);
  }
}
