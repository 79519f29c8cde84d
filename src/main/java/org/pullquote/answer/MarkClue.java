package org.pullquote.answer;

/**
 * What tells words that answer from others of the same passage. 0 or 1, but for those that say
 * otherwise.
 */
enum MarkClue {
  /** How far the model's score lies below the best of the passage: 0, down to −1 for 25 logits. */
  BEHIND,
  /** The same, but for 6 logits. */
  CLOSE_BEHIND,
  /** The words that the model likes best. */
  LIKED_BEST,
  /**
   * The same as {@link #BEHIND}, but for 8 logits, where question and passage were read apart: two
   * readings err in different places.
   */
  BEHIND_APART,
  /** The same as {@link #LIKED_BEST}, read apart. */
  LIKED_BEST_APART,
  /** The logarithm of the share of what the model likes that they touch, read apart: 0 to −1. */
  SHARE_APART,
  /** How much of them is in what the model likes, by its shares, read apart: 0 to 1. */
  COVERED_APART,
  /**
   * How near the nearest word of the same sentence is that the question uses too: 0 beside them,
   * down to −1.
   */
  NEAR_ASKED,
  /** The same, where other names of whom the question names count, too. */
  NEAR_NAMED,
  /** They hold words of the type asked for that the question does not hold. */
  TYPE,
  /** They are words of the type asked for, and no more. */
  TYPE_ALONE,
  /** The share of their words, small ones apart, that the question holds. */
  ASKED,
  /** The question holds all of them. */
  ALL_ASKED,
  /** Somebody is asked for, and they name somebody whom the question does not name. */
  OTHER_NAME,
  /** Who says it is asked for, and they are who says it. */
  SPEAKER,
  /** They are mostly who says it, and that is not what is asked for. */
  SPEAKER_UNASKED,
  /** They say behind a name, after a comma, what it is, and that is not what is asked for. */
  APPOSITION_UNASKED,
  /** What somebody says is asked for, and they are words in quotation marks. */
  QUOTATION,
  /** They begin with a preposition, and no reason is asked for. */
  BEGINS_WITH_PREPOSITION,
  /** They end with a small word. */
  ENDS_WITH_SMALL_WORD,
  /** "of" or "and" follows. */
  BEFORE_LINK,
  /** They cut a row of words with capitals. */
  CUTS_CAPITALS,
  /** They begin at the start of a sentence or behind punctuation. */
  BEGINS_AT_PAUSE,
  /** They end at the end of a sentence or before punctuation. */
  ENDS_AT_PAUSE,
  /** A reason is asked for, and they begin as one: "because", "to …". */
  REASON,
  /** The question can be answered by yes or no, and they are a clause. */
  CLAUSE_FOR_YES_OR_NO,
  /** The same, and they are a sentence. */
  SENTENCE_FOR_YES_OR_NO,
  /** The same, and they deny something. */
  DENIAL_FOR_YES_OR_NO,
  /** The natural logarithm of the number of words, where a name, place, time or number is asked. */
  LENGTH_OF_NAMED,
  /** The square of that. */
  LENGTH_OF_NAMED_SQUARED,
  /** The same as {@link #LENGTH_OF_NAMED}, where anything else is asked for. */
  LENGTH_OF_OTHER,
  /** The square of that. */
  LENGTH_OF_OTHER_SQUARED,
  /** The same as {@link #LENGTH_OF_OTHER}, where yes or no would do. */
  LENGTH_FOR_YES_OR_NO,
  /** The square of that. */
  LENGTH_FOR_YES_OR_NO_SQUARED
}
