package org.pullquote.search;

import java.util.List;
import java.util.Optional;

/** A model of what text means. */
public interface TextModel extends AutoCloseable {

  /** Names the model: another name, other vectors. */
  String name();

  /**
   * Reads passages.
   *
   * @param title of their article; may be empty
   * @return the vectors of each, in order
   */
  List<PassageVectors> passages(String title, List<PassageText> texts);

  /**
   * What passages mean as a whole; nothing else of them is wanted.
   *
   * @param title of their article; may be empty
   * @return a vector of length 1 for each, in order
   */
  default List<float[]> meanings(String title, List<PassageText> texts) {
    return passages(title, texts).stream().map(PassageVectors::meaning).toList();
  }

  /** Reads a question. */
  QuestionVectors question(String text);

  /**
   * Reads a question and a passage together.
   *
   * @return nothing where it cannot, or is not to
   */
  Optional<Reading> read(QuestionVectors question, PassageVectors passage);

  @Override
  void close();
}
