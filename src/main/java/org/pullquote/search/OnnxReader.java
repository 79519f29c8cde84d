package org.pullquote.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pullquote.article.Span;

/**
 * The upper layers of the encoder, trained to go over the states of a question and of a passage
 * together. The lower ones have read the two apart, the passage once and for all (DeFormer; Cao et
 * al., 2020).
 */
final class OnnxReader implements AutoCloseable {

  private final OnnxSession session;

  /**
   * Loads the reader that comes with the program.
   *
   * @throws IllegalStateException if it cannot run on this machine
   */
  OnnxReader() {
    session = new OnnxSession("reader.onnx");
  }

  /**
   * Loads another reader.
   *
   * @param file what its file holds
   * @throws IllegalStateException if it cannot run on this machine, or is no model
   */
  OnnxReader(byte[] file) {
    session = new OnnxSession(file);
  }

  /** Reads a question with a passage; the windows of a long one by turns. */
  Reading read(QuestionVectors question, PassageVectors passage) {
    List<Reading> windows = new ArrayList<>();
    List<Span> pieces = passage.pieces();
    int from = 0;
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at).length() == 0) {
        windows.add(read(question, passage, from, at + 1));
        from = at + 1;
      }
    }
    return windows.size() == 1 ? windows.getFirst() : joined(windows);
  }

  private static Reading joined(List<Reading> windows) {
    return new Reading(
        windows.stream().mapToDouble(Reading::relevance).max().orElseThrow(),
        windows.stream()
            .flatMap(window -> window.phrases().stream())
            .sorted(Comparator.comparingDouble(Phrase::score).reversed())
            .toList(),
        words ->
            windows.stream()
                .mapToDouble(window -> window.scores().of(words))
                .max()
                .orElse(PhraseScores.UNLIKELY));
  }

  private Reading read(QuestionVectors question, PassageVectors passage, int from, int to) {
    int before = question.states().length;
    int size = before + to - from;
    long[] sides = new long[size];
    Arrays.fill(sides, before, size, 1);
    try (OnnxCall call = session.call();
        OnnxTensor states =
            call.tensor(states(question, passage, from, to), 1, size, width(question));
        OnnxTensor side = call.tensor(sides, 1, size);
        OrtSession.Result result = call.run(Map.of("states", states, "side", side))) {
      double[] starts = logits(result, "start");
      double[] ends = logits(result, "end");
      PieceScores scores =
          new PieceScores(
              passage.pieces().subList(from, to),
              Arrays.copyOfRange(starts, before, size),
              Arrays.copyOfRange(ends, before, size),
              starts[0] + ends[0]);
      return new Reading(
          ((float[]) result.get("rel").orElseThrow().getValue())[0], Phrases.best(scores), scores);
    } catch (OrtException e) {
      throw new IllegalStateException("reading a passage failed", e);
    }
  }

  private static int width(QuestionVectors question) {
    return question.states()[0].length;
  }

  /** The question's states, then the passage's. */
  private static FloatBuffer states(
      QuestionVectors question, PassageVectors passage, int from, int to) {
    int numbers = (question.states().length + to - from) * width(question);
    FloatBuffer states =
        ByteBuffer.allocateDirect(numbers * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (float[] row : question.states()) {
      states.put(row);
    }
    for (int row = from; row < to; row++) {
      passage.states().copy(row, states);
    }
    return states.flip();
  }

  private static double[] logits(OrtSession.Result result, String output) throws OrtException {
    float[] row = ((float[][]) result.get(output).orElseThrow().getValue())[0];
    double[] logits = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      logits[i] = row[i];
    }
    return logits;
  }

  @Override
  public void close() {
    session.close();
  }
}
