package org.pullquote.size;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;
import org.pullquote.search.PassageText;
import org.pullquote.search.PassageVectors;
import org.pullquote.search.QuestionVectors;
import org.pullquote.search.Reading;
import org.pullquote.search.RoundedVectors;
import org.pullquote.search.TextModel;

/**
 * Stands in for the encoder where only the index is measured: a text's vector is the sum of random
 * ones, one for each of its rarer words, so that texts with words in common are near. It has as
 * many numbers as the encoder's and takes next to no time.
 */
final class HashedWords implements TextModel {

  /** As the encoder of the program has. */
  static final int NUMBERS = 384;

  private static final float COMMON_WEIGHT = 0.1f;

  private final InventedWords words;

  HashedWords(InventedWords words) {
    this.words = words;
  }

  @Override
  public String name() {
    return "hashed words";
  }

  /** What a text means, of length 1. */
  float[] vector(String text) {
    float[] sum = new float[NUMBERS];
    // Never all zeros, whatever the text.
    add(sum, 1, COMMON_WEIGHT);
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      add(sum, word.hashCode() * 0x9E3779B97F4A7C15L, words.isCommon(word) ? COMMON_WEIGHT : 1);
    }
    return VectorUtil.l2normalize(sum);
  }

  /** Adds ±weight to each number, by the bits of a generator (SplitMix64). */
  private static void add(float[] sum, long seed, float weight) {
    long state = seed;
    for (int i = 0; i < sum.length; i += Long.SIZE) {
      state += 0x9E3779B97F4A7C15L;
      long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
      bits ^= bits >>> 31;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        sum[i + bit] += (bits >>> bit & 1) == 0 ? weight : -weight;
      }
    }
  }

  @Override
  public List<PassageVectors> passages(String title, List<PassageText> texts) {
    float[][] none = {};
    return texts.stream()
        .map(text ->
            new PassageVectors(
                vector(text.text()), none, none, none, new float[0], RoundedVectors.of(none), List.of(), List.of()))
        .toList();
  }

  @Override
  public QuestionVectors question(String text) {
    float[][] none = {};
    return new QuestionVectors(
        vector(text), none, new float[0], new float[0], new float[0], none);
  }

  @Override
  public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
