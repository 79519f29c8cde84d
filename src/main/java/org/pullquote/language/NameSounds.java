package org.pullquote.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An article's names by their sound, to find them however another language spells them: "Ким Чен
 * Ын" is "Kim Jong-un", "Schoigu" is "Shoigu". Two names sound alike if their consonants do, which
 * are told apart only roughly, and their letters are not too different.
 */
final class NameSounds {

  private static final int FEWEST_CONSONANTS = 2;

  /** The share of letters that may differ: in a name with few consonants, and in others. */
  private static final double FEW_DIFFER = 0.4;

  private static final double MOST_DIFFER = 0.6;

  private static final int SHORT = 3;

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
  private static final Pattern SIBILANT =
      Pattern.compile("sch|shch|dzh|tch|tsz|zh|ch|sh|sz|cz|dz|ts|c(?=[eiy])|\\bx|[jzs]");
  private static final Pattern NASAL = Pattern.compile("ng(?![aeiouy])");
  private static final Pattern GUTTURAL = Pattern.compile("kh|gh|ck|[kghcqx]");
  private static final Pattern LABIAL = Pattern.compile("ph|[pbvfw]");
  private static final Pattern DENTAL = Pattern.compile("th|[td]");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  private final List<Sounding> names;

  /** A name as it is written, its letters, and its consonants. */
  private record Sounding(String name, String letters, String consonants) {

    static Sounding of(String name) {
      String apart = NO_LETTER.matcher(Word.key(name)).replaceAll(" ");
      return new Sounding(name, apart.replace(" ", ""), NameSounds.consonants(apart));
    }
  }

  /**
   * @param names as the article writes them; words of theirs are names, too
   */
  NameSounds(Collection<String> names) {
    Set<String> all = new LinkedHashSet<>();
    for (String name : names) {
      List<String> words = List.of(name.split(" "));
      if (words.stream().allMatch(NameSounds::isCapital)) {
        all.add(name);
        all.addAll(words);
      }
    }
    this.names =
        all.stream()
            .map(Sounding::of)
            .filter(name -> name.consonants().length() >= FEWEST_CONSONANTS)
            .toList();
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  /**
   * The name that sounds like a word, or some words, of another language.
   *
   * @param romanized in Latin letters
   * @return empty where there is none
   */
  Optional<String> alike(String romanized) {
    Sounding asked = Sounding.of(romanized);
    return names.stream()
        .filter(name -> name.consonants().equals(asked.consonants()))
        .filter(name -> difference(name, asked) <= allowed(name))
        .min(Comparator.comparingDouble(name -> difference(name, asked)))
        .map(Sounding::name);
  }

  /** Tells names of as many parts, which are apart or joined by hyphens, or of more. */
  static Predicate<String> ofParts(int fewest) {
    return name -> name.split("[ -]").length >= fewest;
  }

  private static double allowed(Sounding name) {
    return name.consonants().length() < SHORT ? FEW_DIFFER : MOST_DIFFER;
  }

  private static double difference(Sounding one, Sounding other) {
    String a = one.letters();
    String b = other.letters();
    return (double) distance(a, b) / Math.max(a.length(), b.length());
  }

  /**
   * The consonants of a name, those that languages spell or voice differently as one: "Kim" and
   * "Gim", "Jong" and "Chŏng", "Xi" and "Si".
   */
  private static String consonants(String apart) {
    String spelt = SIBILANT.matcher(apart).replaceAll("s");
    spelt = NASAL.matcher(spelt).replaceAll("n");
    spelt = GUTTURAL.matcher(spelt).replaceAll("k");
    spelt = LABIAL.matcher(spelt).replaceAll("p");
    spelt = DENTAL.matcher(spelt).replaceAll("t").replace('r', 'l');
    spelt = DOUBLED.matcher(VOWELS.matcher(spelt).replaceAll("_")).replaceAll("$1");
    return spelt.replace("_", "").replace(" ", "");
  }

  /** How many letters must be changed, added or left out. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[b.length()];
  }
}
