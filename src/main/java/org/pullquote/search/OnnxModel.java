package org.pullquote.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;
import org.pullquote.search.WordPieces.Piece;

/**
 * The model that comes with the program: an encoder that reads questions and passages apart, and a
 * reader that goes on with both together. Texts are not read in batches, because the scale that the
 * numbers of a batch are rounded to depends on the whole batch, but side by side.
 */
public final class OnnxModel implements TextModel {

  private static final int MOST_QUESTION_PIECES = 60;
  private static final int MOST_TITLE_PIECES = 40;
  private static final int MOST_TEXT_PIECES = 256;

  private final OnnxSession encoder;
  private final @Nullable OnnxReader reader;
  private final WordPieces pieces;
  private final long start;
  private final long end;
  private final List<Long> questionPrefix;
  private final List<Long> passagePrefix;

  /**
   * Loads the model.
   *
   * @param reads whether it is to read questions and passages together, too
   * @throws IllegalStateException if it cannot run on this machine
   */
  public OnnxModel(boolean reads) {
    pieces = new WordPieces(vocabulary());
    start = pieces.id("[CLS]");
    end = pieces.id("[SEP]");
    questionPrefix = ids(pieces.of("query:"), MOST_QUESTION_PIECES);
    passagePrefix = ids(pieces.of("passage:"), MOST_QUESTION_PIECES);
    encoder = new OnnxSession("encoder.onnx");
    reader = reads ? new OnnxReader() : null;
  }

  /**
   * Waits until no model is reading, and lets none read from then on: who wants to waits for the
   * end of the program, which must not come while one is reading.
   */
  public static void finishAll() {
    OnnxCall.endAll();
  }

  private static List<String> vocabulary() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OnnxModel.class.getResourceAsStream("encoder-vocabulary.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the vocabulary of the program is unreadable", e);
    }
  }

  /** A checksum of the encoder's file: vectors of different models are of no use to each other. */
  @Override
  public String name() {
    return encoder.checksum();
  }

  private static List<Long> ids(List<Piece> pieces, int most) {
    return pieces.stream().limit(most).map(piece -> (long) piece.id()).toList();
  }

  @Override
  public QuestionVectors question(String text) {
    List<Long> ids = new ArrayList<>();
    ids.add(start);
    ids.addAll(questionPrefix);
    ids.addAll(ids(pieces.of(text), MOST_QUESTION_PIECES));
    ids.add(end);
    try (OnnxCall call = encoder.call();
        OrtSession.Result result = run(call, ids)) {
      float[][] heads = get(result, "question");
      float[][] tokens = get(result, "tokens");
      return new QuestionVectors(
          normalised(mean(get(result, "hidden"))),
          Arrays.copyOfRange(tokens, 1 + questionPrefix.size(), tokens.length - 1),
          heads[0],
          heads[1],
          heads[2],
          get(result, "lower"));
    } catch (OrtException e) {
      throw new IllegalStateException("reading a question failed", e);
    }
  }

  @Override
  public List<PassageVectors> passages(String title, List<PassageText> texts) {
    // All processors read; the order of the list stays that of the passages.
    return texts.parallelStream().map(text -> passage(title, text)).toList();
  }

  @Override
  public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
    return reader == null ? Optional.empty() : Optional.of(reader.read(question, passage));
  }

  private PassageVectors passage(String title, PassageText text) {
    List<Long> before = new ArrayList<>();
    before.add(start);
    before.addAll(passagePrefix);
    List<Long> titleIds = ids(pieces.of(title), MOST_TITLE_PIECES);
    before.addAll(titleIds);
    if (!titleIds.isEmpty()) {
      before.add(end);
    }
    List<Piece> all = pieces.of(text.text());
    Parts parts = new Parts();
    // A text longer than the window is read in several.
    for (int from = 0; from == 0 || from < all.size(); from += MOST_TEXT_PIECES) {
      List<Piece> part = all.subList(from, Math.min(all.size(), from + MOST_TEXT_PIECES));
      List<Long> ids = new ArrayList<>(before);
      ids.addAll(ids(part, MOST_TEXT_PIECES));
      ids.add(end);
      try (OnnxCall call = encoder.call();
          OrtSession.Result result = run(call, ids)) {
        parts.add(result, before.size(), part);
      } catch (OrtException e) {
        throw new IllegalStateException("reading a passage failed", e);
      }
    }
    return parts.vectors(text.sentences());
  }

  /** The vectors of a passage, gathered window by window. */
  private static final class Parts {
    private final List<float[]> hidden = new ArrayList<>();
    private final List<float[]> tokens = new ArrayList<>();
    private final List<float[]> starts = new ArrayList<>();
    private final List<float[]> ends = new ArrayList<>();
    private final List<float[]> none = new ArrayList<>();
    private final List<float[]> states = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    void add(OrtSession.Result result, int own, List<Piece> part) throws OrtException {
      take(hidden, get(result, "hidden"), own);
      take(tokens, get(result, "tokens"), own);
      take(starts, get(result, "start"), own);
      take(ends, get(result, "end"), own);
      take(none, get(result, "null"), own);
      take(states, get(result, "lower"), own);
      part.forEach(piece -> spans.add(piece.span()));
      spans.add(new Span(0, 0));
    }

    private static void take(List<float[]> all, float[][] rows, int from) {
      all.addAll(List.of(rows).subList(from, rows.length));
    }

    PassageVectors vectors(List<Span> sentences) {
      float[] meaning = normalised(mean(hidden.toArray(float[][]::new)));
      return new PassageVectors(
          meaning,
          tokens.toArray(float[][]::new),
          starts.toArray(float[][]::new),
          ends.toArray(float[][]::new),
          mean(none.toArray(float[][]::new)),
          RoundedVectors.of(states.toArray(float[][]::new)),
          spans,
          sentences.stream().map(sentence -> meaning(sentence, meaning)).toList());
    }

    /**
     * What a sentence means within its passage: the mean of its word pieces. Read by itself, it
     * would take as long again as all of the passage and be found no better.
     */
    private float[] meaning(Span sentence, float[] whole) {
      List<float[]> own = new ArrayList<>();
      for (int i = 0; i < spans.size(); i++) {
        Span piece = spans.get(i);
        if (piece.length() > 0
            && piece.start() >= sentence.start()
            && piece.end() <= sentence.end()) {
          own.add(hidden.get(i));
        }
      }
      return own.isEmpty() ? whole : normalised(mean(own.toArray(float[][]::new)));
    }
  }

  private static OrtSession.Result run(OnnxCall call, List<Long> ids) throws OrtException {
    int size = ids.size();
    long[] ones = new long[size];
    Arrays.fill(ones, 1);
    try (OnnxTensor input =
            call.tensor(ids.stream().mapToLong(Long::longValue).toArray(), 1, size);
        OnnxTensor mask = call.tensor(ones, 1, size);
        OnnxTensor types = call.tensor(new long[size], 1, size)) {
      return call.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types));
    }
  }

  private static float[][] get(OrtSession.Result result, String output) throws OrtException {
    return ((float[][][]) result.get(output).orElseThrow().getValue())[0];
  }

  private static float[] mean(float[][] rows) {
    float[] mean = new float[rows[0].length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    return mean;
  }

  private static float[] normalised(float[] vector) {
    return VectorUtil.l2normalize(vector);
  }

  @Override
  public void close() {
    encoder.close();
    if (reader != null) {
      reader.close();
    }
  }
}
