package org.pullquote.answer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.search.Reading;

/**
 * Orders the first passages of a ranking again, by reading each with the question. As the ranker, a
 * softmax of weighted sums.
 */
public final class Reranker {

  /** Reading takes milliseconds a passage; the sixth is rarely the right one. */
  private static final int MOST_READ = 5;

  /** A passage this much less likely than the first is not read. */
  private static final double LEAST_SHARE = 0.003;

  /** The names of the features: what the ranking before said, and what the reading says. */
  public static final List<String> FEATURES = List.of("RANKED", "RELEVANCE", "ANSWER");

  private final double[] weights;

  public Reranker(AnswerModel model) {
    weights =
        FEATURES.stream().mapToDouble(name -> model.rerank().getOrDefault(name, 0.0)).toArray();
  }

  /** Passages in their new order, with what was read of those that were. */
  public record Reranked(List<Ranked> ranked, Map<Integer, Reading> readings) {

    public Reranked {
      ranked = List.copyOf(ranked);
      readings = Map.copyOf(readings);
    }

    /** What was read of a passage. */
    Optional<Reading> reading(Ranked each) {
      return Optional.ofNullable(readings.get(each.row()));
    }
  }

  /**
   * Reads the first passages of a ranking.
   *
   * @param reader reads the passage of a row; nothing where there is no model to read with
   * @return the readings by row, in the order of the ranking
   */
  public static Map<Integer, Reading> read(
      List<Ranked> ranked, Function<Integer, Optional<Reading>> reader) {
    double least = LEAST_SHARE * ranked.getFirst().share();
    List<Ranked> likely =
        ranked.stream().limit(MOST_READ).filter(each -> each.share() >= least).toList();
    List<Optional<Reading>> read =
        likely.parallelStream().map(each -> reader.apply(each.row())).toList();
    Map<Integer, Reading> readings = new LinkedHashMap<>();
    for (int i = 0; i < likely.size(); i++) {
      int row = likely.get(i).row();
      read.get(i).ifPresent(reading -> readings.put(row, reading));
    }
    return readings;
  }

  /**
   * The features of a passage that was read, in the order of {@link #FEATURES}. The logarithm of a
   * share is the ranker's sum, but for a constant.
   */
  public static double[] features(Ranked ranked, Reading reading) {
    return new double[] {Math.log(ranked.share()), reading.relevance(), reading.answer()};
  }

  /** The ranking as the readings have it; those not read come after, in the order they had. */
  public Reranked rank(List<Ranked> ranked, Map<Integer, Reading> readings) {
    if (readings.isEmpty()) {
      return new Reranked(ranked, readings);
    }
    List<Ranked> read = ranked.stream().filter(each -> readings.containsKey(each.row())).toList();
    double[] sums =
        read.stream()
            .mapToDouble(each ->
                Ranker.dot(weights, features(each, requireNonNull(readings.get(each.row())))))
            .toArray();
    double[] shares = Ranker.softmax(sums);
    List<Ranked> again = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      again.add(new Ranked(read.get(i).passage(), read.get(i).row(), shares[i]));
    }
    again.sort(Comparator.comparingDouble(Ranked::share).reversed());
    ranked.stream()
        .filter(each -> !readings.containsKey(each.row()))
        .forEach(each -> again.add(new Ranked(each.passage(), each.row(), 0)));
    return new Reranked(again, readings);
  }
}
