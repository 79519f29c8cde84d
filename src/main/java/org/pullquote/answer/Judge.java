package org.pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.search.Signal;

/**
 * How likely it is that the article answers: logistic regression over signs of the best passage
 * that are comparable between questions.
 */
public final class Judge {

  /** Of the best passage, as measured. */
  private static final List<Enum<?>> MEASURED =
      List.of(
          Signal.COVERAGE,
          Signal.SENTENCE_COVERAGE,
          Signal.RAREST_MISSING,
          Signal.MEANING,
          Signal.MEANING_BY_WORD,
          Signal.MEANING_BY_RARE_WORD,
          Signal.SENTENCE_MEANING,
          Signal.PHRASE,
          Clue.ANSWER_TYPE,
          Clue.ANSWER_TYPE_NEAR,
          Clue.PHOTO_ASKED,
          Clue.CREDIT_ASKED,
          Clue.SPEECH_ASKED,
          Clue.EXPLAINED,
          Clue.NAMES_HELD,
          Clue.PERSON_MISSING,
          Clue.PERSON_REPLACED,
          Clue.SPEAKER_ASKED,
          Clue.NAMES_UNKNOWN,
          Clue.HEADLINE,
          Clue.CAPTION);

  /** The logarithm of the best passage's share: how much it stands out. */
  private static final String STANDS_OUT = "STANDS_OUT";

  /** The names of the signs. */
  public static final List<String> SIGNS =
      Stream.concat(MEASURED.stream().map(Enum::name), Stream.of(STANDS_OUT)).toList();

  private final double bias;
  private final double[] weights;

  public Judge(AnswerModel model) {
    bias = model.answers().getOrDefault(AnswerModel.BIAS, 0.0);
    weights = SIGNS.stream().mapToDouble(name -> model.answers().getOrDefault(name, 0.0)).toArray();
  }

  /**
   * The signs of a ranking, in the order of {@link #SIGNS}.
   *
   * @param ranked not empty
   */
  public static double[] signs(FeatureTable table, List<Ranked> ranked) {
    double[] best = table.raw(ranked.getFirst().row());
    List<Double> signs = new ArrayList<>();
    MEASURED.forEach(sign -> signs.add(best[AnswerModel.FEATURES.indexOf(sign.name())]));
    signs.add(Math.log(ranked.getFirst().share()));
    return signs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The probability that the article answers, 0 to 1. */
  public double confidence(FeatureTable table, List<Ranked> ranked) {
    return confidence(signs(table, ranked));
  }

  /**
   * The same, from the signs.
   *
   * @param signs in the order of {@link #SIGNS}
   */
  public double confidence(double[] signs) {
    return 1 / (1 + Math.exp(-bias - Ranker.dot(weights, signs)));
  }
}
