package org.pullquote.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pullquote.search.Signal;

/**
 * The weights that answers are found by, fitted by {@code ./pullquote train} to labelled questions.
 *
 * @param made the command that fitted them
 * @param rank a weight for each feature of a passage, standardised within the article
 * @param answers a weight for each sign that the best passage answers, and {@link #BIAS}
 * @param rerank a weight for each feature of a passage that was read with the question; none where
 *     nothing is read
 * @param answersRead as {@code answers}, where passages were read with the question
 * @param mark a weight for each {@link Marker#FEATURES feature} of words that may answer
 */
public record AnswerModel(
    String made,
    Map<String, Double> rank,
    Map<String, Double> answers,
    Map<String, Double> rerank,
    Map<String, Double> answersRead,
    Map<String, Double> mark) {

  /** The constant of {@link #answers}. */
  public static final String BIAS = "BIAS";

  /** The names of the features of a passage: the search's signals, then the clues. */
  public static final List<String> FEATURES =
      Stream.concat(Arrays.stream(Signal.values()), Arrays.stream(Clue.values()))
          .map(Enum::name)
          .toList();

  private static final ObjectMapper JSON = new ObjectMapper();

  public AnswerModel {
    rank = new LinkedHashMap<>(rank);
    answers = new LinkedHashMap<>(answers);
    rerank = new LinkedHashMap<>(rerank);
    answersRead = new LinkedHashMap<>(answersRead);
    mark = new LinkedHashMap<>(mark);
  }

  /** Weights for the ranking alone. */
  public static AnswerModel ofRank(Map<String, Double> rank) {
    return new AnswerModel("", rank, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** Weights for the ranking by what was read alone. */
  public static AnswerModel ofRerank(Map<String, Double> rerank) {
    return new AnswerModel("", Map.of(), Map.of(), rerank, Map.of(), Map.of());
  }

  /**
   * Weights for the judge alone.
   *
   * @param signs {@link Judge#SIGNS} or {@link Judge#READ_SIGNS}
   */
  public static AnswerModel ofJudge(List<String> signs, Map<String, Double> answers) {
    return signs.equals(Judge.SIGNS)
        ? new AnswerModel("", Map.of(), answers, Map.of(), Map.of(), Map.of())
        : new AnswerModel("", Map.of(), Map.of(), Map.of(), answers, Map.of());
  }

  /** Weights for the marks alone. */
  public static AnswerModel ofMark(Map<String, Double> mark) {
    return new AnswerModel("", Map.of(), Map.of(), Map.of(), Map.of(), mark);
  }

  /** The weights that come with the program. */
  public static AnswerModel standard() {
    return resource("answer-model.json");
  }

  /** The weights for searching by words alone, where the model of meaning does not run. */
  public static AnswerModel byWords() {
    return resource("answer-model-words.json");
  }

  private static AnswerModel resource(String name) {
    try (InputStream in = AnswerModel.class.getResourceAsStream(name)) {
      return read(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the weights of the program are unreadable", e);
    }
  }

  private static AnswerModel read(JsonNode json) {
    return new AnswerModel(
        json.path("made").asText(),
        weights(json.path("rank")),
        weights(json.path("answers")),
        weights(json.path("rerank")),
        weights(json.path("answersRead")),
        weights(json.path("mark")));
  }

  private static Map<String, Double> weights(JsonNode json) {
    Map<String, Double> weights = new LinkedHashMap<>();
    json.properties().forEach(field -> weights.put(field.getKey(), field.getValue().asDouble()));
    return weights;
  }

  /** The weights as they are kept in a file. */
  public String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("made", made);
    rank.forEach(json.putObject("rank")::put);
    answers.forEach(json.putObject("answers")::put);
    if (!rerank.isEmpty()) {
      rerank.forEach(json.putObject("rerank")::put);
      answersRead.forEach(json.putObject("answersRead")::put);
    }
    if (!mark.isEmpty()) {
      mark.forEach(json.putObject("mark")::put);
    }
    return json.toPrettyString() + "\n";
  }
}
