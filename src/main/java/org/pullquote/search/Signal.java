package org.pullquote.search;

/**
 * What is measured between a question and a passage. Values are comparable between the passages of
 * one question only, unless it says otherwise.
 */
public enum Signal {
  /** BM25 of the passage's words. */
  WORDS,
  /** BM25 of the words of its best sentence. */
  SENTENCE_WORDS,
  /** BM25 of pairs of neighbouring words. */
  PAIRS,
  /** BM25 of pairs of neighbouring words within its best sentence. */
  SENTENCE_PAIRS,
  /** BM25 of runs of four characters: misspelt words, other forms of a word. */
  GRAMS,
  /** BM25 of runs of four characters within its best sentence. */
  SENTENCE_GRAMS,
  /** BM25 of other names for those whom the passage speaks of. */
  OTHER_NAMES,
  /** BM25 of words for what the passage is: a photo, a headline. */
  ABOUT,
  /**
   * The IDF of the question's terms that the passage holds over that of all, 0 to 1; comparable.
   */
  COVERAGE,
  /** The same for its best sentence; comparable between questions. */
  SENTENCE_COVERAGE,
  /** Whether the rarest term of the question is missing: 1 or 0; comparable between questions. */
  RAREST_MISSING,
  /** The cosine of what question and passage mean, −1 to 1; comparable between questions. */
  MEANING,
  /**
   * How near the passage comes to each word of the question, on average: the best cosine (MaxSim;
   * Khattab and Zaharia, 2020), −1 to 1; comparable between questions.
   */
  MEANING_BY_WORD,
  /**
   * The same, but words that every passage comes near to count less: "Kim" in an article about Kim.
   */
  MEANING_BY_RARE_WORD,
  /** The cosine of what the question and the passage's best sentence mean; comparable. */
  SENTENCE_MEANING,
  /** In favour of the best phrase answering over nothing here answering; comparable. */
  PHRASE
}
