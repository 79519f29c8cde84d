package org.pullquote.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.answer.Reranker.Reranked;
import org.pullquote.search.Reading;
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
          Clue.SPEAKER_REPLACED,
          Clue.NAMES_UNKNOWN,
          Clue.HEADLINE,
          Clue.CAPTION);

  /** The logarithm of the best passage's share: how much it stands out. */
  private static final String STANDS_OUT = "STANDS_OUT";

  /** What the passage that comes first was read to say, and the best that any was read to say. */
  private static final List<String> READ = List.of("RELEVANCE", "ANSWER", "BEST_RELEVANCE");

  /** The names of the signs where nothing is read with the question. */
  public static final List<String> SIGNS =
      Stream.concat(MEASURED.stream().map(Enum::name), Stream.of(STANDS_OUT)).toList();

  /** The names of the signs where the first passages are read with the question. */
  public static final List<String> READ_SIGNS =
      Stream.concat(SIGNS.stream(), READ.stream()).toList();

  private final Logistic apart;
  private final Logistic read;

  public Judge(AnswerModel model) {
    apart = Logistic.of(SIGNS, model.answers());
    read = Logistic.of(READ_SIGNS, model.answersRead());
  }

  /**
   * The signs of a ranking, in the order of {@link #READ_SIGNS} where its first passage was read,
   * else of {@link #SIGNS}.
   *
   * @param reranked not empty
   */
  public static double[] signs(FeatureTable table, Reranked reranked) {
    Ranked first = reranked.ranked().getFirst();
    double[] best = table.raw(first.row());
    List<Double> signs = new ArrayList<>();
    MEASURED.forEach(sign -> signs.add(best[AnswerModel.FEATURES.indexOf(sign.name())]));
    signs.add(Math.log(first.share()));
    reranked
        .reading(first)
        .ifPresent(reading -> {
          signs.add(reading.relevance());
          signs.add(reading.answer());
          signs.add(
              reranked.readings().values().stream()
                  .mapToDouble(Reading::relevance)
                  .max()
                  .orElseThrow());
        });
    return signs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The probability that the article answers, 0 to 1. */
  public double confidence(FeatureTable table, Reranked reranked) {
    return confidence(signs(table, reranked));
  }

  /**
   * The same, from the signs.
   *
   * @param signs in the order of {@link #SIGNS} or {@link #READ_SIGNS}
   */
  public double confidence(double[] signs) {
    return (signs.length == READ_SIGNS.size() ? read : apart).probability(signs);
  }

  /** A logistic function of a weighted sum. */
  @SuppressWarnings("ArrayRecordComponent") // read only
  private record Logistic(double bias, double[] weights) {

    static Logistic of(List<String> signs, Map<String, Double> weights) {
      return new Logistic(
          weights.getOrDefault(AnswerModel.BIAS, 0.0),
          signs.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).toArray());
    }

    double probability(double[] signs) {
      return 1 / (1 + Math.exp(-bias - Ranker.dot(weights, signs)));
    }
  }
}
