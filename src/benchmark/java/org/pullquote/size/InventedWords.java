package org.pullquote.size;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A vocabulary of invented words, drawn as English words are: the one of rank r as often as 1 / r
 * (Zipf). The first ranks are English function words, which a search leaves out or weighs low.
 */
final class InventedWords {

  /** As many as a large collection of news has with more than a few occurrences. */
  private static final int WORDS = 120_000;

  private static final int NAMES = 30_000;

  /** So many of the first ranks are in a tenth of all articles or more. */
  private static final int COMMON = 2_000;

  private static final List<String> FUNCTION_WORDS =
      List.of(
          ("the of to and in a that for was on is he with said it as at by from his had but were an"
                  + " be they have has who not which their are been would its after will when we"
                  + " more about one or there over into up also out than last she this two could")
              .split(" "));

  private static final String[] HEADS =
      "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr v w".split(" ");
  private static final String[] CORES = "a e i o u ai ea ee ie oa ou".split(" ");
  private static final String[] TAILS = "b ck d ft g l lt m n nd ng nt p r rd s sk st t x".split(" ");

  private final List<String> words;
  private final Set<String> common;
  private final List<String> names;

  /** The sums of 1 / r up to each rank. */
  private final double[] sums;

  InventedWords(long seed) {
    Random random = new Random(seed);
    Set<String> made = new LinkedHashSet<>(FUNCTION_WORDS);
    while (made.size() < WORDS) {
      made.add(word(random));
    }
    words = List.copyOf(made);
    common = Set.copyOf(words.subList(0, COMMON));
    Set<String> called = new LinkedHashSet<>();
    while (called.size() < NAMES) {
      called.add(capital(word(random)));
    }
    names = List.copyOf(called);
    sums = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += 1.0 / (i + 1);
      sums[i] = sum;
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append(HEADS[random.nextInt(HEADS.length)]).append(CORES[random.nextInt(CORES.length)]);
    }
    return word.append(TAILS[random.nextInt(TAILS.length)]).toString();
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A word as it comes in running text. */
  String next(Random random) {
    return words.get(rank(random));
  }

  private int rank(Random random) {
    double at = random.nextDouble() * sums[sums.length - 1];
    int found = Arrays.binarySearch(sums, at);
    return Math.min(words.size() - 1, found < 0 ? -found - 1 : found);
  }

  /** A name: common ones more often than rare ones. */
  String name(Random random) {
    return names.get((int) (NAMES * Math.pow(random.nextDouble(), 3)));
  }

  /** Whether a word is in many articles. */
  boolean isCommon(String word) {
    return common.contains(word);
  }
}
