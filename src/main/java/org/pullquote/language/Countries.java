package org.pullquote.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What countries are called, by the Unicode Common Locale Data Repository that the JDK carries. */
final class Countries {

  /** Languages that decline names by other endings. */
  private static final Set<String> DECLINING = Set.of("ru", "uk", "pl");

  /** Of adjectives two letters, of nouns one; "й" is "и" without its accent. */
  private static final Pattern ENDING = Pattern.compile("(?:ая|ии|ыи|іи|ое|ые|[аяиьеыоуіaeioy])$");

  private static final Pattern EXPLANATION = Pattern.compile(" \\(.*\\)| SAR China");

  /** Shorter stems begin too many other words. */
  private static final int FEWEST_LETTERS = 4;

  private Countries() {}

  /** The words for each country in a language, with its English name. */
  static Map<List<Stem>, String> in(Locale language) {
    Map<List<Stem>, String> countries = new LinkedHashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      String english = plain(country.getDisplayCountry(Locale.ENGLISH));
      List<Stem> stems =
          Word.in(plain(country.getDisplayCountry(language))).stream()
              .map(word -> stem(word.key(), language.getLanguage()))
              .toList();
      if (!stems.isEmpty()) {
        countries.putIfAbsent(stems, english);
      }
    }
    return countries;
  }

  private static String plain(String name) {
    return EXPLANATION.matcher(name).replaceAll("");
  }

  private static Stem stem(String key, String language) {
    if (!DECLINING.contains(language)) {
      return new Stem(key, false);
    }
    String stem = ENDING.matcher(key).replaceFirst("");
    return stem.length() < FEWEST_LETTERS ? new Stem(key, false) : new Stem(stem, true);
  }
}
