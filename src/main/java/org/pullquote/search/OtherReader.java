package org.pullquote.search;

import java.util.List;
import java.util.Optional;

/**
 * A model that reads a question and a passage together by another reader than the program's, such
 * as one in training; all else is the model's.
 */
public final class OtherReader implements TextModel {

  private final TextModel model;
  private final OnnxReader reader;

  /**
   * Loads the reader.
   *
   * @param model reads questions and passages apart, by the encoder that the reader was trained on;
   *     not closed with this one
   * @param file what the reader's file holds, as ONNX
   * @throws IllegalStateException if the reader cannot run on this machine, or is no model
   */
  public OtherReader(TextModel model, byte[] file) {
    this.model = model;
    this.reader = new OnnxReader(file);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public List<PassageVectors> passages(String title, List<PassageText> texts) {
    return model.passages(title, texts);
  }

  @Override
  public List<float[]> meanings(String title, List<PassageText> texts) {
    return model.meanings(title, texts);
  }

  @Override
  public QuestionVectors question(String text) {
    return model.question(text);
  }

  @Override
  public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
    return Optional.of(reader.read(question, passage));
  }

  @Override
  public void close() {
    reader.close();
  }
}
