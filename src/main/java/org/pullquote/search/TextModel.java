package org.pullquote.search;

import java.util.List;

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
  List<PassageVectors> passages(String title, List<String> texts);

  /** Reads a question. */
  QuestionVectors question(String text);

  @Override
  void close();
}
