package org.pullquote.search;

/** A model of what text means. */
public interface TextModel extends AutoCloseable {

  /** Names the model: another name, other vectors. */
  String name();

  /** Added in favour of no answer. */
  float noneBias();

  /**
   * Reads a passage.
   *
   * @param title of its article; may be empty
   */
  PassageVectors passage(String title, String text);

  /** Reads a question. */
  QuestionVectors question(String text);

  @Override
  void close();
}
