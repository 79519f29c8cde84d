package org.pullquote.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pullquote.answer.AnswerModel;

/**
 * Fits the weights of the ranker: the likelihood that softmax over an article's passages gives to
 * those that answer, less a penalty for large weights.
 */
final class RankerFit {

  private static final int STEPS = 400;
  private static final double RATE = 0.05;

  /** Of the squared weights; anything from 0.001 to 0.01 ranks alike. */
  private static final double PENALTY = 0.003;

  /**
   * What can only speak for a passage. Some are rare in the data, and a few odd articles would have
   * them speak against it.
   */
  private static final Set<String> FOR =
      Set.of(
          ("WORDS SENTENCE_WORDS PAIRS SENTENCE_PAIRS GRAMS SENTENCE_GRAMS OTHER_NAMES ABOUT COVERAGE"
                  + " SENTENCE_COVERAGE MEANING MEANING_BY_WORD MEANING_BY_RARE_WORD SENTENCE_MEANING"
                  + " PHRASE ANSWER_TYPE ANSWER_TYPE_NEAR PHOTO_ASKED CREDIT_ASKED SPEECH_ASKED EXPLAINED"
                  + " NAMES_HELD SPEAKER_ASKED")
              .split(" "));

  private static final Set<String> AGAINST =
      Set.of("RAREST_MISSING", "PERSON_MISSING", "PERSON_REPLACED", "SPEAKER_REPLACED");

  private RankerFit() {}

  /** The weights by feature, from the answerable ones of the examples. */
  static Map<String, Double> fit(List<Example> examples) {
    List<Example> used = examples.stream().filter(Example::answerable).toList();
    double all = used.stream().mapToDouble(Example::weight).sum();
    int size = AnswerModel.FEATURES.size();
    double[] weights =
        Descent.minimise(
            AnswerModel.FEATURES.stream().mapToInt(RankerFit::sign).toArray(),
            STEPS,
            RATE,
            point -> {
              double[] slope = new double[size];
              used.forEach(example ->
                  ListwiseLoss.add(
                      example.rows(), example.relevant(), point, example.weight() / all, slope));
              for (int i = 0; i < size; i++) {
                slope[i] += 2 * PENALTY * point[i];
              }
              return slope;
            });
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      named.put(AnswerModel.FEATURES.get(i), Math.round(weights[i] * 1e4) / 1e4);
    }
    return named;
  }

  private static int sign(String feature) {
    return FOR.contains(feature) ? 1 : AGAINST.contains(feature) ? -1 : 0;
  }
}
